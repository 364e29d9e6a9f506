import { MAYBE_URGENT } from "../understanding/decide.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Facts } from "./facts.ts";

/** The least likelihood of danger for a warning. The limit is low, because a wrong warning costs only one line. */
const WORTH_WARNING = 0.05;
/** From this likelihood of another intent on, a weak guess of danger brings no warning. */
const CERTAIN = 0.6;

/**
 * Whether the menu warns of danger beside its other guesses. Measured with a weak guess, on writers left out of
 * training: 62 of 136 calm messages and all 3 of danger get the warning.
 */
export function isWorthWarning(
  { alternatives, confidence }: Pick<Understanding, "alternatives" | "confidence">,
  text: string,
  { isNearDanger }: Pick<Facts, "isNearDanger">,
): boolean {
  const danger = alternatives.find(({ intent }) => intent === "urgent")?.confidence ?? 0;
  return danger >= MAYBE_URGENT || (danger >= WORTH_WARNING && confidence < CERTAIN && isNearDanger(text));
}
