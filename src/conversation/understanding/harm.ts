import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** The names of the national answers that help somebody who is harmed. Each name is the name of the answer's file. */
export type Harm = "cheated" | "asked-to-pay" | "card-held" | "ill-now";

/** `text`: the message. `told`: earlier words of the citizen. */
type Said = { text: string; told: string };

/**
 * Returns the help that a message needs. Somebody was cheated, or asks about a fee, a card in another person's hand, or
 * a wait while somebody is ill.
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
