import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

const PARTS = ["howLong", "instead"] as const;
export type FollowUp = (typeof PARTS)[number];

const MOST_WORDS = 18;

export function followUpsIn(text: string, { questions }: Words): FollowUp[] {
  const plain = plainText(text);
  if (plain.split(" ").length > MOST_WORDS) return [];
  return PARTS.filter((part) => questions[part].isIn(plain));
}

export const withoutFollowUps = (text: string, { questions }: Words): string =>
  PARTS.reduce((rest, part) => questions[part].replacedIn(rest, ""), plainText(text));

const BARE = [
  "bring",
  "placeToReport",
  "place",
  "wayToApply",
  "way",
  "refusal",
  "more",
  "price",
  "when",
  "reported",
  "decides",
  "appeal",
] as const;
export type BareFollowUp = (typeof BARE)[number];

const LONGEST_BARE = 12;

/** Finds a question without a subject: "bawa apa aja ya". */
export function bareFollowUpIn(text: string, words: Words): { part: BareFollowUp; isWhole: boolean } | undefined {
  if (plainText(text).split(" ").length > MOST_WORDS) return undefined;
  const whole = bareIn(text, words);
  if (whole) return { part: whole, isWhole: true };
  const sentences = text.split(/[.?!,;\n]+/).filter((one) => /\p{L}/u.test(one));
  const [first] = sentences.length > 1 ? sentences.flatMap((one) => bareIn(one, words) ?? []) : [];
  return first && { part: first, isWhole: false };
}

function bareIn(text: string, { questions }: Words): BareFollowUp | undefined {
  const plain = plainText(text);
  return plain.split(" ").length > LONGEST_BARE ? undefined : BARE.find((part) => questions[part].isIn(plain));
}
