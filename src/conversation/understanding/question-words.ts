import type { Words } from "../../words/words.ts";
import { wordsOf } from "./normalise.ts";

/** Whether a text begins with a word that asks, or ends with a question mark. */
export const asksSomething = (text: string, { questions }: Words): boolean =>
  text.trim().endsWith("?") || questions.begins.has(wordsOf(text)[0] ?? "");
