import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

const PARTS = ["howLong", "instead"] as const;
export type FollowUp = (typeof PARTS)[number];

/** A longer message tells a story. */
const MOST_WORDS = 18;

/** Such a question asks how long the matter takes, or whether another person may go. */
export function followUpsIn(text: string, { questions }: Words): FollowUp[] {
  const plain = plainText(text);
  if (plain.split(" ").length > MOST_WORDS) return [];
  return PARTS.filter((part) => questions[part].isIn(plain));
}
