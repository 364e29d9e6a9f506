import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { careTexts } from "./care.ts";
import { categoryOf, type Here, isSurvivors, reportValues } from "./data.ts";
import { firstAidFor, furtherTexts } from "./further.ts";

/** What a citizen writes of a danger that has got less: the answer, and the clauses that tell of other things. */
export type Better = { say: Text[]; rest: string; isTaken: boolean };

const clausesOf = (text: string): string[] => text.split(/(?<=[.,;!?\n])\s*|\s+(?=tapi |tp |ning |nanging )/);

const thanksOnly = (clause: string, facts: Here["facts"]): boolean =>
  understoodOnce({ type: "text", text: clause }, facts).intent === "thanks";

/**
 * Returns gladness and one step for words that tell that the danger has got less; `undefined` for other words, and if
 * another clause asks or tells of a turn for the worse that has its own answer.
 */
export function betterIn(words: string, here: Here): Better | undefined {
  const { data, facts } = here;
  const { crisis, urgent } = facts.words;
  const plain = plainText(words);
  const isViolence = isSurvivors(data.dangers);
  if (crisis.relapse.isIn(plain) || urgent.aboutToDie.isIn(plain)) return undefined;
  if (urgent.stillWants.isIn(urgent.denies.replacedIn(plain, "")) && !isViolence) return undefined;
  const clauses = clausesOf(words);
  const isDenied = (clause: string): boolean => crisis.notBetter.isIn(plainText(clause));
  const isCared = (clause: string): boolean => crisis.hospitalised.isIn(plainText(clause)) && !isDenied(clause);
  const isBetter = (clause: string): boolean =>
    isViolence
      ? crisis.left.isIn(plainText(clause)) && !isDenied(clause)
      : isCared(clause) || (crisis.better.isIn(plainText(clause)) && !isDenied(clause));
  if (!clauses.some(isBetter)) return undefined;
  const rest = clauses.filter((clause) => !isBetter(clause) && !thanksOnly(clause, facts)).join(" ");
  if (rest !== "" && firstAidFor(rest, data.dangers, facts)?.first) return undefined;
  const care = careTexts(words, here);
  if (care.length > 0) return { say: care, rest: "", isTaken: data.isTaken };
  const asked = rest === "" ? [] : furtherTexts(rest, here);
  const category = categoryOf(data.dangers);
  const kind = clauses.some(isCared) && !isViolence ? (data.isTaken ? "taken" : "care") : category;
  const glad: Text = { key: `urgent.better.${asked.length > 0 ? "short" : kind}`, values: reportValues(here) };
  return { say: [glad, ...asked], rest: asked.length > 0 ? "" : rest, isTaken: false };
}
