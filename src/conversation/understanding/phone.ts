/** Matches an Indonesian phone number as people type it: a mobile or a landline, with or without the country's code. */
const PHONE = /(?<![\d.])(?:\+?62|0)[\s.-]?\d(?:[\s.-]?\d){7,11}(?![\d])/;

const PHONES = new RegExp(PHONE.source, "g");

/** Leaves only the last two digits of each phone number in a text. The store seals the whole number beside the text. */
export const withoutPhones = (text: string): string =>
  text.replace(PHONES, (number) => `[…${number.replace(/\D/g, "").slice(-2)}]`);

/** Returns the digits of the first phone number in a text. A NIK without gaps is no phone number. */
export const phoneIn = (text: string): string | undefined => PHONE.exec(text)?.[0].replace(/\D/g, "");
