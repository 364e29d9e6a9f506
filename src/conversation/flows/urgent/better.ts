import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";
import { isForHelper, takesAll } from "./another.ts";
import { careTexts } from "./care.ts";
import { isPoisonTaken } from "./cries.ts";
import { categoryOf, type Here, isSurvivors, reportValues } from "./data.ts";
import { firstAidFor, firstAidText, furtherTexts } from "./further.ts";
import { isWorse } from "./worse.ts";

/** `rest` has the clauses without good news. */
export type Better = { say: Text[]; rest: string; isTaken: boolean };

const MOST_CLAUSES = 8;

const clausesOf = (text: string): string[] => text.split(/(?<=[.,;!?\n])\s*|\s+(?=tapi |tp |ning |nanging )/);

const thanksOnly = (clause: string, facts: Here["facts"]): boolean =>
  understoodOnce({ type: "text", text: clause }, facts).intent === "thanks";

/** After poison or cuts, only a hospital counts as good news. */
export function betterIn(words: string, here: Here): Better | undefined {
  const { data, facts } = here;
  const { crisis, urgent } = facts.words;
  const plain = plainText(words);
  const isViolence = isSurvivors(data.dangers);
  if (isViolence && crisis.fetchesChild.isIn(plain)) return undefined;
  if (crisis.relapse.isIn(plain) || urgent.aboutToDie.isIn(plain)) return undefined;
  if (urgent.stillWants.isIn(urgent.denies.replacedIn(plain, "")) && !isViolence) return undefined;
  const clauses = clausesOf(words).map((text) => ({ text, plain: plainText(text) }));
  const isCared = (one: string): boolean => crisis.hospitalised.isIn(one) && !crisis.notBetter.isIn(one);
  const good = isViolence ? [crisis.left] : [crisis.better, crisis.eased, crisis.hospitalised];
  const isGood = (one: string): boolean => good.some((list) => list.isIn(one)) && !crisis.notBetter.isIn(one);
  const rest = clauses.filter((one) => !isGood(one.plain));
  if (rest.length === clauses.length) return undefined;
  const isInCare = !isViolence && clauses.some((one) => isCared(one.plain));
  const isTaken = data.isTaken || isPoisonTaken(words, data, facts.words);
  if ((isTaken && !isInCare) || isWorse(clauses, isInCare, here)) return undefined;
  const care = careTexts(words, here);
  if (care.length > 0) return { say: care, rest: "", isTaken: data.isTaken };
  const aid = isInCare ? undefined : firstAidFor(words, data, facts);
  if (aid?.better) return { say: [firstAidText(aid)], rest: "", isTaken: data.isTaken };
  const isShort = clauses.length <= MOST_CLAUSES;
  const other = rest.filter(({ text }) => !isShort || !thanksOnly(text, facts)).map(({ text }) => text);
  const asked = other.length === 0 ? [] : furtherTexts(other.join(" "), here);
  const kind = isInCare ? (isTaken ? "taken" : "care") : categoryOf(data.dangers);
  const key = asked.length > 0 ? "short" : kind;
  const isStaying = isForHelper(data) && data.number !== undefined && key === "urgent-private";
  const glad: Text = {
    key: isStaying
      ? takesAll(data, facts.words)
        ? "urgent.otherTakesAllAgain"
        : "urgent.otherSafe"
      : `urgent.better.${key}`,
    values: reportValues(here),
  };
  return { say: [glad, ...asked], rest: asked.length > 0 ? "" : other.join(" "), isTaken: false };
}
