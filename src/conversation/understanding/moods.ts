import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

export const isAngry = (text: string, { moods }: Words): boolean => moods.angry.isIn(plainText(text));

const MOST_WORDS = 6;

/** Whether the citizen doubts the last message: "ini bener gak pak?" */
export function doubtsIt(text: string, { moods: { doubts, tags } }: Words): boolean {
  const plain = plainText(text);
  const words = plain.split(" ");
  const isQuestion = text.includes("?") || words.slice(1).some((word) => tags.has(word));
  return isQuestion && words.length <= MOST_WORDS && doubts.isIn(plain);
}
