import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** The parts of an answer that a short question right after it asks for. */
const PARTS = ["howLong", "instead"] as const;
export type FollowUp = (typeof PARTS)[number];

/** A longer message tells a story. */
const MOST_WORDS = 18;

/** Returns what a text asks about the matter that the chat speaks of: how long it takes, and whether another person may go. */
export function followUpsIn(text: string, { questions }: Words): FollowUp[] {
  const plain = plainText(text);
  if (plain.split(" ").length > MOST_WORDS) return [];
  return PARTS.filter((part) => questions[part].isIn(plain));
}
