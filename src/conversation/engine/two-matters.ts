import { z } from "zod";
import { defined } from "../../defined.ts";
import { Category } from "../../vocabulary/lists.ts";
import { plainText } from "../understanding/normalise.ts";
import { understand } from "../understanding/understand.ts";
import { understoodOnce } from "../understanding/understood-once.ts";
import type { Facts } from "./facts.ts";
import { tellsOfLack } from "./story.ts";

export const Matter = z.object({ text: z.string(), programme: z.string(), category: Category.optional() });
export type Matter = z.infer<typeof Matter>;

/** In words: "KIS anak mati" is already a complaint. */
const TELLING = 3;
const MOST_WORDS = 60;
const MOST_JOINTS = 8;
const SENTENCE_ENDS = /[.,;:!?]$/;

/** Splits a message that complains about two programmes. */
export function twoMattersIn(text: string, facts: Facts): [Matter, Matter] | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length > MOST_WORDS) return undefined;
  let joints = 0;
  for (let at = TELLING; at <= words.length - TELLING && joints < MOST_JOINTS; at += 1) {
    const joins = facts.words.report.joins.has(plainText(words[at] ?? ""));
    if (!joins && !SENTENCE_ENDS.test(words[at - 1] ?? "")) continue;
    joints += 1;
    const first = partOf(words.slice(0, at), facts);
    const second = first && partOf(words.slice(joins ? at + 1 : at), facts);
    if (first && second && first.programme !== second.programme)
      return [matterOf(first, facts), matterOf(second, facts)];
  }
  return undefined;
}

type Part = { text: string; programme: string };

function partOf(
  words: readonly string[],
  { district: { programmes }, words: known, rulesIn }: Facts,
): Part | undefined {
  const text = words.join(" ");
  if (words.length < TELLING) return undefined;
  const { programme } = understand(text, { words: known, rulesIn, programmes }).extracted;
  return programme !== undefined && programmes.some(({ code }) => code === programme) ? { text, programme } : undefined;
}

function matterOf({ text, programme }: Part, facts: Facts): Matter {
  const { category } = understoodOnce({ type: "text", text }, facts).extracted;
  const likely = programme === "PBI-JK" ? "pbi-jk" : tellsOfLack(text, facts.words) ? "not-paid" : undefined;
  return { text, programme, ...defined({ category: category ?? likely }) };
}
