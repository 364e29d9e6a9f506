import { checkNumber } from "../../../register/nik.ts";
import type { Facts } from "../../engine/facts.ts";
import { plainText } from "../../understanding/normalise.ts";

/** The name that words give a number: NIK or KK. */
export const saysCard = (text: string, { words }: Facts): boolean => words.numbers.card.isIn(plainText(text));
export const saysNik = (text: string, { words }: Facts): boolean => words.numbers.nik.isIn(plainText(text));

const YEAR = 365.25 * 86_400_000;
const GROWN = 17;
const OLDEST = 100;
/** No family card's number bears a date before this. */
const FIRST_CARDS = "1990-01-01";

/** The ages that a number's date of birth could mean, were it a NIK. */
function agesIn(number: string, facts: Facts): number[] {
  return checkNumber(number, facts).birthDates.map((date) => (Date.parse(facts.today) - Date.parse(date)) / YEAR);
}

/** Whether a number could be a grown person's NIK; the date in a card's number is usually too young for one. */
export const couldBeNik = (number: string, facts: Facts): boolean =>
  agesIn(number, facts).some((age) => age >= GROWN && age <= OLDEST);

/** Whether a number can only be a NIK: a woman's, or with a date before there were cards. */
export function isSurelyNik(number: string, facts: Facts): boolean {
  const { sex, birthDates } = checkNumber(number, facts);
  return sex === "female" || (birthDates.length > 0 && birthDates.every((date) => date < FIRST_CARDS));
}

/** What two numbers in one message are: told by their words, else by themselves, else asked. */
export type Pair = { nik: string; kk: string } | { asks: readonly [string, string] };

export function pairOf(first: string, second: string, text: string, facts: Facts): Pair {
  const { nikFirst, cardFirst } = facts.words.numbers;
  const plain = plainText(text);
  if (nikFirst.isIn(plain)) return { nik: first, kk: second };
  if (cardFirst.isIn(plain)) return { nik: second, kk: first };
  const [isNik, isOther] = [isSurelyNik(first, facts), isSurelyNik(second, facts)];
  if (isNik && isOther) return { asks: [first, second] };
  if (isOther) return { nik: second, kk: first };
  if (!isNik && !couldBeNik(first, facts) && couldBeNik(second, facts)) return { asks: [first, second] };
  return { nik: first, kk: second };
}
