import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/**
 * - `agreed`: the citizen accepts a proposal; "ok" is enough.
 * - `none`: the citizen does not have the paper or number.
 */
export type Meaning = "yes" | "agreed" | "send" | "no" | "cancel" | "unknown" | "none";

type Lists = Words["answers"];
const MOST_WORDS = 4;
const MOST_BESIDE_THINGS = 8;
const LONGEST = 60;

const BARE = ["yes", "agreed", "send", "no", "cancel"] as const;

/** The whole message must be a bare answer, or say that a paper is away. */
export function meaningOf(text: string, { answers }: Words): Meaning | undefined {
  if (text.length > LONGEST) return undefined;
  const all = plainText(text).split(" ");
  if (answers.forbids.has(all[0] ?? "")) return undefined; // Javanese "aja dikirim" forbids, "dikirim aja" does not
  const isSend = all.some((word) => answers.send.has(word));
  const words = all.filter((word) => !answers.beside.has(word) && !(isSend && answers.besideSend.has(word)));
  const lack = lackIn(words, answers) ?? (isAway(words, answers) ? "none" : undefined);
  if (lack) return lack;
  const said = words.filter((word) => !answers.off.has(word)).map((word) => BARE.find((one) => answers[one].has(word)));
  if (said.length === 0 || words.length > MOST_WORDS || said.includes(undefined)) return undefined;
  if (said.includes("cancel") && said.includes("agreed")) return undefined; // "batal setuju" withdraws consent
  if (said.includes("cancel") || (said.includes("no") && said.length < words.length)) return "cancel";
  if (isSend) return said.includes("no") || text.includes("?") ? undefined : "send";
  return said.includes("no") ? "no" : said.includes("yes") ? "yes" : "agreed";
}

function lackIn(words: readonly string[], lists: Lists): "unknown" | "none" | undefined {
  const isDenied = words.some((word) => lists.denials.has(word));
  const said = words.filter((word) => !lists.things.has(word) && !lists.denials.has(word));
  const [first, ...more] = isDenied ? said.filter((word) => !lists.forgotten.has(word)) : said;
  if (first === undefined || more.length > 0 || words.length > MOST_BESIDE_THINGS) return undefined;
  if (!isDenied) return lists.lost.has(first) ? "none" : lists.forgotten.has(first) ? "unknown" : undefined;
  return lists.knowing.has(first) ? "unknown" : lists.having.has(first) ? "none" : undefined;
}

function isAway(words: readonly string[], lists: Lists): boolean {
  const at = words.findIndex((word) => lists.away.has(word));
  const before = words.slice(0, Math.max(at, 0));
  return (
    words.length <= MOST_BESIDE_THINGS &&
    before.some((word) => lists.papers.has(word)) &&
    before.every((word) => lists.things.has(word))
  );
}

/** An answer chooses the first of these meanings that an option has. */
const TAKEN_FOR: Record<Meaning, readonly Meaning[]> = {
  yes: ["yes", "agreed", "send"],
  agreed: ["agreed", "send"],
  send: ["send"],
  no: ["no"],
  cancel: ["cancel", "no"],
  unknown: ["unknown", "none"],
  none: ["none", "unknown", "no"],
};

export function answerTyped(text: string, options: readonly { means?: Meaning }[], words: Words): number | undefined {
  if (options.every(({ means }) => means === undefined)) return undefined;
  const meaning = meaningOf(text, words);
  if (meaning === undefined) return undefined;
  return TAKEN_FOR[meaning].map((one) => options.findIndex(({ means }) => means === one)).find((at) => at >= 0);
}
