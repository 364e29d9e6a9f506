import type { Words } from "../../words/words.ts";
import { holdsWord, plainText, wordsOf } from "./normalise.ts";

export const asksSomething = (text: string, words: Words): boolean =>
  text.trim().endsWith("?") || words.questions.begins.has(wordsOf(text, words)[0] ?? "");

/** Some statements also end with "tidak", so this is only a guess. */
export function mayAsk(text: string, words: Words): boolean {
  const said = plainText(text).split(" ");
  return asksSomething(text, words) || (said.length > 1 && words.questions.tags.has(said.at(-1) ?? ""));
}

export const asksAbout = (text: string, words: Words): boolean =>
  asksSomething(text, words) || wordsOf(text, words).some((word) => words.questions.about.has(word));

export function seemsToAsk(text: string, words: Words): boolean {
  const plain = plainText(text);
  const { asks, orNot } = words.questions;
  return mayAsk(text, words) || asksAbout(text, words) || holdsWord(plain, asks) || orNot.isIn(plain);
}
