import { z } from "zod";

/** Matches typing mistakes such as "o899", "99X111" or "O 899". */
const SLIP = /\p{L}\d|\d\p{L}|(?<![\p{L}\d])[oOIl](?=[\s().-]*\d)|(?<=\d[\s().-]*)[oOIl](?![\p{L}\d])/u;
const SLIP_SAID = "has a letter beside a digit, so nobody answers";

const NUMBERS = /[+(]*\d[\d\s().-]*/g;
/** In digits. Numbers up to this length are local, or for emergencies. */
const LOCAL_DIGITS = 8;
const BEGINS = /^(?:0|\+?62|1)/;

const beginsWrong = (text: string): boolean =>
  (text.match(NUMBERS) ?? [])
    .map((number) => number.replace(/[^\d+]/g, ""))
    .some((number) => number.replace("+", "").length > LOCAL_DIGITS && !BEGINS.test(number));

/** A text with a telephone number, and perhaps words: "129 (WA 08111-129-129)". */
export const PhoneText = z
  .string()
  .refine((text) => !SLIP.test(text), SLIP_SAID)
  .refine((text) => !beginsWrong(text), "begins with neither 0 nor +62, so nobody answers");

const IS_ADDRESS = /[@/]|\p{L}\.\p{L}/u;
const DIGITS_OF_PHONE = 7;

const isWrongPhone = (text: string): boolean =>
  !IS_ADDRESS.test(text) && (text.match(/\d/g) ?? []).length >= DIGITS_OF_PHONE && !PhoneText.safeParse(text).success;

export const ContactText = z.string().refine((text) => !isWrongPhone(text), "is a number that nobody answers");
