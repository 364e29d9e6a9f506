import type { Facts } from "../../engine/facts.ts";
import type { Step } from "../../engine/flow.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { ComplaintData } from "./data.ts";

export function isCardGone(text: string, { report }: Facts["words"]): boolean {
  const plain = plainText(text);
  return report.cardGone.isIn(plain) && !report.cardThere.isIn(plain);
}

/** Somebody who finds the card may draw the money before any officer reads the report. */
export const withBlocking = (step: Step<ComplaintData>, text: string, { words }: Facts): Step<ComplaintData> =>
  isCardGone(text, words) ? { ...step, say: [{ key: "complaint.blockCard" }, ...(step.say ?? [])] } : step;
