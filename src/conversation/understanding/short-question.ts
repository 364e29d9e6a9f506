import type { Words } from "../../words/words.ts";
import { meaningOf } from "./bare-answer.ts";
import { holdsWord, plainText } from "./normalise.ts";

/** The kinds with the clearest words stand first. */
const KINDS = [
  "bring",
  "price",
  "amount",
  "until",
  "howLong",
  "ifNot",
  "here",
  "other",
  "farAway",
  "where",
  "next",
  "way",
] as const;
export type ShortQuestion = Exclude<(typeof KINDS)[number], "farAway">;

/** A message with any other word may name another matter. */
const PRACTICAL = [
  "may",
  "no",
  "must",
  "how",
  "what",
  "howMuch",
  "whither",
  "carry",
  "papers",
  "pays",
  "money",
  "sum",
  "gets",
  "long",
  "units",
  "ready",
  "by",
  "medium",
  "village",
  "offices",
  "far",
  "kin",
  "stands",
  "goes",
  "ill",
  "away",
  "errand",
  "ifs",
  "leaves",
  "loses",
  "after",
  "beside",
] as const;

const MOST_WORDS = 14;

/** Finds a question that names no matter: "nang kelurahan gawa apa bae". */
export function shortQuestionIn(text: string, { short }: Words): ShortQuestion | undefined {
  const plain = plainText(text);
  const said = plain.split(" ");
  const isPractical = (word: string): boolean => PRACTICAL.some((list) => short[list].has(word));
  if (said.length > MOST_WORDS || !said.every(isPractical)) return undefined;
  const kind = KINDS.find((one) => short[one].isIn(plain));
  if (kind === "where" && holdsWord(plain, short.offices)) return undefined;
  return kind === "farAway" ? "here" : kind;
}

export function acknowledges(text: string, words: Words): boolean {
  const { nods, besideNod, denies } = words.short;
  const said = plainText(text).split(" ");
  return (
    !text.includes("?") &&
    said.some((word) => nods.has(word)) &&
    said.every((word) => !denies.has(word) && (nods.has(word) || besideNod.has(word))) &&
    meaningOf(text, words) === undefined
  );
}
