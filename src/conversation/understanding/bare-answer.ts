import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/**
 * What an option can be the answer to. `agreed`: a yes to a proposal, which an "ok" is too; `unknown`: they do not know;
 * `none`: they have not got it.
 */
export type Meaning = "yes" | "agreed" | "no" | "cancel" | "unknown" | "none";

type Lists = Words["answers"];
const MOST_WORDS = 4;
const MOST_BESIDE_THINGS = 8;
const LONGEST = 60;

const BARE = ["yes", "agreed", "no", "cancel"] as const;

/** The bare answer that a whole message is, in any language; `undefined` when it says anything else. */
export function meaningOf(text: string, { answers }: Words): Meaning | undefined {
  if (text.length > LONGEST) return undefined;
  const words = plainText(text)
    .split(" ")
    .filter((word) => !answers.beside.has(word));
  const lack = lackIn(words, answers) ?? (isAway(words, answers) ? "none" : undefined);
  if (lack) return lack;
  const said = words.filter((word) => !answers.off.has(word)).map((word) => BARE.find((one) => answers[one].has(word)));
  if (said.length === 0 || words.length > MOST_WORDS || said.includes(undefined)) return undefined;
  if (said.includes("cancel") && said.includes("agreed")) return undefined; // "batal setuju" is a right, and ends no draft
  if (said.includes("cancel") || (said.includes("no") && said.length < words.length)) return "cancel";
  return said.includes("no") ? "no" : said.includes("yes") ? "yes" : "agreed";
}

/** "Kulo mboten gadhah KTP", "KK hilang", "tidak tahu": nothing but what is not there, or not known. */
function lackIn(words: readonly string[], lists: Lists): "unknown" | "none" | undefined {
  const [first, ...more] = words.filter((word) => !lists.things.has(word) && !lists.denials.has(word));
  if (first === undefined || more.length > 0 || words.length > MOST_BESIDE_THINGS) return undefined;
  if (!words.some((word) => lists.denials.has(word)))
    return lists.lost.has(first) ? "none" : lists.forgotten.has(first) ? "unknown" : undefined;
  return lists.knowing.has(first) ? "unknown" : lists.having.has(first) ? "none" : undefined;
}

/** A paper first, and that it is not here; only what is told of it after that is left open. */
function isAway(words: readonly string[], lists: Lists): boolean {
  const at = words.findIndex((word) => lists.away.has(word));
  const before = words.slice(0, Math.max(at, 0));
  return (
    words.length <= MOST_BESIDE_THINGS &&
    before.some((word) => lists.papers.has(word)) &&
    before.every((word) => lists.things.has(word))
  );
}

/** Which options each answer is taken for, the nearest first. */
const TAKEN_FOR: Record<Meaning, readonly Meaning[]> = {
  yes: ["yes", "agreed"],
  agreed: ["agreed"],
  no: ["no"],
  cancel: ["cancel", "no"],
  unknown: ["unknown", "none"],
  none: ["none", "unknown", "no"],
};

/** The index of the option that a bare answer chooses. */
export function answerTyped(text: string, options: readonly { means?: Meaning }[], words: Words): number | undefined {
  if (options.every(({ means }) => means === undefined)) return undefined;
  const meaning = meaningOf(text, words);
  if (meaning === undefined) return undefined;
  return TAKEN_FOR[meaning].map((one) => options.findIndex(({ means }) => means === one)).find((at) => at >= 0);
}
