import type { Facts } from "../../engine/facts.ts";
import { PERSON } from "../../understanding/intent-rules.ts";
import { wordsOf } from "../../understanding/normalise.ts";

const PERSONS = new RegExp(`\\b(?:${PERSON})\\b`);

/** Whether a text is about somebody else, or asks for a new check. */
export function asksForAnother(text: string, { words }: Facts): boolean {
  const said = wordsOf(text);
  return said.some((word) => words.questions.another.has(word)) || PERSONS.test(said.join(" "));
}
