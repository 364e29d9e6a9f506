import type { Facts } from "../../engine/facts.ts";
import { plainText, wordsOf } from "../../understanding/normalise.ts";
import type { CheckData } from "./data.ts";

export function asksForAnother(text: string, { words }: Facts): boolean {
  return namesPerson(text, { words }) || wordsOf(text, words).some((word) => words.questions.another.has(word));
}

export const namesPerson = (text: string, { words }: Pick<Facts, "words">): boolean =>
  wordsOf(text, words).some((word) => words.intents.persons.has(word)) || words.questions.others.isIn(plainText(text));

export const NO_NUMBERS = {
  nik: undefined,
  kk: undefined,
  kept: undefined,
  before: undefined,
  asked: [],
  misses: 0,
  second: undefined,
  secondCard: undefined,
} satisfies Partial<CheckData>;
