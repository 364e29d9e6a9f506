import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** The answers of the nation that help somebody who is harmed, by the name of their file. */
export type Harm = "cheated" | "asked-to-pay" | "card-held" | "ill-now";

/** What was said: `told` are earlier words. */
type Said = { text: string; told: string };

/**
 * Names the help for somebody who was cheated, who asks whether a fee or a card in another's hand is right, or whether
 * somebody ill may wait.
 */
export function harmIn({ text, told }: Said, { harm }: Words): Harm | undefined {
  const plain = plainText(text);
  if ((harm.cheated.isIn(plain) || harm.link.isIn(plain)) && !harm.notCheated.isIn(plain)) return "cheated";
  const matter = harm.allowedAlone.isIn(plain) ? plainText(told) : plain;
  if (!text.includes("?") && !harm.allowed.isIn(plain)) return undefined;
  if (harm.ill.isIn(plain) && harm.waits.isIn(plain)) return "ill-now";
  if (harm.cardHeld.isIn(matter)) return "card-held";
  return harm.fee.isIn(matter) && harm.service.isIn(matter) ? "asked-to-pay" : undefined;
}

/** Whether a text tells of a fee for turning an aid on or for registering. */
export function tellsOfFee(text: string, { harm }: Words): boolean {
  const plain = plainText(text);
  return harm.fee.isIn(plain) && harm.turnsOn.isIn(plain) && harm.service.isIn(plain);
}
