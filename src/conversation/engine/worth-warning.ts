import { MAYBE_URGENT } from "../understanding/decide.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Facts } from "./facts.ts";

/** Low, because a wrong warning costs only one line. */
const WORTH_WARNING = 0.05;
const CERTAIN = 0.6;

/** On weak guesses from unseen writers, 62 of 136 calm messages and all 3 of danger get the warning. */
export function isWorthWarning(
  { alternatives, confidence }: Pick<Understanding, "alternatives" | "confidence">,
  text: string,
  { isNearDanger }: Pick<Facts, "isNearDanger">,
): boolean {
  const danger = alternatives.find(({ intent }) => intent === "urgent")?.confidence ?? 0;
  return danger >= MAYBE_URGENT || (danger >= WORTH_WARNING && confidence < CERTAIN && isNearDanger(text));
}
