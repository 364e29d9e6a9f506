import { findNumbers } from "../../register/find-numbers.ts";

const PHONES = /(?<![\d.])(?:\+?62|0)[\s.-]?\d(?:[\s.-]?\d){7,11}(?![\d])/g;

/** A NIK from Palangka Raya also begins with the country's code. */
const COUNTRY = "62";

type FoundPhone = { digits: string; start: number; end: number };

/** Leaves out a NIK or KK that looks like a phone number. */
function findPhones(text: string): FoundPhone[] {
  const people = findNumbers(text).numbers.filter(({ digits }) => digits.startsWith(COUNTRY));
  return [...text.matchAll(PHONES)].flatMap(({ 0: written, index: start }) =>
    people.some((one) => one.start <= start && start < one.end)
      ? []
      : [{ digits: written.replace(/\D/g, ""), start, end: start + written.length }],
  );
}

export function withoutPhones(text: string): string {
  let masked = text;
  for (const { digits, start, end } of findPhones(text).reverse())
    masked = `${masked.slice(0, start)}[…${digits.slice(-2)}]${masked.slice(end)}`;
  return masked;
}

export const phoneIn = (text: string): string | undefined => findPhones(text)[0]?.digits;
