import { checkNik } from "../../../register/nik.ts";
import type { Facts } from "../../engine/facts.ts";
import { plainText } from "../../understanding/normalise.ts";

export const saysCard = (text: string, { words }: Facts): boolean => words.numbers.card.isIn(plainText(text));
export const saysNik = (text: string, { words }: Facts): boolean => words.numbers.nik.isIn(plainText(text));

const YEAR = 365.25 * 86_400_000;
const GROWN = 17;
const OLDEST = 100;
/** No family card's number has a date before this day. */
const FIRST_CARDS = "1990-01-01";

/** In years. */
function agesIn(number: string, facts: Facts): number[] {
  return checkNik(number, facts).birthDates.map((date) => (Date.parse(facts.today) - Date.parse(date)) / YEAR);
}

/** The date in a family card's number is usually too recent for a grown person. */
export const couldBeNik = (number: string, facts: Facts): boolean =>
  agesIn(number, facts).some((age) => age >= GROWN && age <= OLDEST);

/** A woman's date code or a date before the first cards proves a NIK. */
export function isSurelyNik(number: string, facts: Facts): boolean {
  const { sex, birthDates } = checkNik(number, facts);
  return sex === "female" || (birthDates.length > 0 && birthDates.every((date) => date < FIRST_CARDS));
}

const MOST_SLIPS = 2;

export const isSlipOf = (number: string, other: string): boolean =>
  number.length === other.length && [...number].filter((digit, at) => digit !== other[at]).length <= MOST_SLIPS;

/** With `isSwapped`, the citizen confused NIK and KK. */
export type Pair = { nik: string; kk: string; isSwapped?: boolean } | { asks: readonly [string, string] };

export function pairOf(first: string, second: string, text: string, facts: Facts): Pair {
  const { nikFirst, cardFirst } = facts.words.numbers;
  const plain = plainText(text);
  if (nikFirst.isIn(plain)) return namedPair(first, second, facts);
  if (cardFirst.isIn(plain)) return namedPair(second, first, facts);
  const [isNik, isOther] = [isSurelyNik(first, facts), isSurelyNik(second, facts)];
  if (isNik && isOther) return { asks: [first, second] };
  if (isOther) return { nik: second, kk: first };
  if (!isNik && !couldBeNik(first, facts) && couldBeNik(second, facts)) return { asks: [first, second] };
  return { nik: first, kk: second };
}

function namedPair(nik: string, kk: string, facts: Facts): Pair {
  const isSwapped = isSurelyNik(kk, facts) && !isSurelyNik(nik, facts);
  return isSwapped ? { nik: kk, kk: nik, isSwapped } : { nik, kk };
}
