import type { Facts } from "../../engine/facts.ts";
import { wordsOf } from "../../understanding/normalise.ts";

/** Whether a text is about another person, or asks for a new check. */
export function asksForAnother(text: string, { words }: Facts): boolean {
  return wordsOf(text, words).some((word) => words.questions.another.has(word) || words.intents.persons.has(word));
}
