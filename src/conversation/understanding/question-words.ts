import type { Words } from "../../words/words.ts";
import { wordsOf } from "./normalise.ts";

/** Whether a text begins with a word that asks, or ends with a question mark. */
export const asksSomething = (text: string, { questions }: Words): boolean =>
  text.trim().endsWith("?") || questions.begins.has(wordsOf(text)[0] ?? "");

/** Whether a text asks something, or holds a word such as "kapan" in any place. */
export const asksAbout = (text: string, words: Words): boolean =>
  asksSomething(text, words) || wordsOf(text).some((word) => words.questions.about.has(word));
