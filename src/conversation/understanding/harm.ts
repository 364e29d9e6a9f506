import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** The names of the national answers that help somebody who is harmed. Each name is the name of the answer's file. */
export type Harm =
  | "cheated"
  | "asked-for-codes"
  | "after-fraud"
  | "asked-to-pay"
  | "card-held"
  | "ill-now"
  | "money-after-death";

/** `text`: the message. `told`: earlier words of the citizen. `read`: the name of the answer that they have just read. */
type Said = { text: string; told: string; read: string };

const OF_FRAUD: ReadonlySet<string> = new Set<Harm>(["cheated", "asked-for-codes", "after-fraud", "asked-to-pay"]);

/**
 * Returns the help that a message needs. A fraud is under way, or somebody was cheated, or asks about a fee, a card in
 * another person's hand, the money of the dead, or a wait while somebody is ill.
 */
export function harmIn(said: Said, words: Words): Harm | undefined {
  const { harm } = words;
  const { text, told } = said;
  const plain = plainText(text);
  const fraud = fraudIn(said, words);
  if (fraud) return fraud;
  const matter = harm.allowedAlone.isIn(plain) ? plainText(told) : plain;
  if (asksToDrawForTheDead(said, words)) return "money-after-death";
  if (!text.includes("?") && !harm.allowed.isIn(plain)) return undefined;
  if (harm.ill.isIn(plain) && harm.waits.isIn(plain)) return "ill-now";
  if (harm.cardHeld.isIn(matter)) return "card-held";
  return harm.fee.isIn(matter) && harm.service.isIn(matter) ? "asked-to-pay" : undefined;
}

function fraudIn({ text, read }: Said, { harm }: Words): Harm | undefined {
  const plain = plainText(text);
  const wouldGive = harm.wouldGive.isIn(plain);
  if (harm.payToGetBack.isIn(plain) && harm.cheater.isIn(plain)) return "after-fraud";
  if (wouldGive && harm.code.isIn(plain)) return "asked-for-codes";
  if ((harm.cheated.isIn(plain) || harm.link.isIn(plain)) && !harm.notCheated.isIn(plain)) return "cheated";
  if (isAskedForSecrets(plain, harm) && (wouldGive || !harm.ofTheVillage.isIn(plain))) return "asked-for-codes";
  return OF_FRAUD.has(read) ? afterAnswer(plain, harm) : undefined;
}

const isAskedForSecrets = (plain: string, harm: Words["harm"]): boolean =>
  !harm.notAsked.isIn(plain) &&
  (harm.askedFor.isIn(plain) || (harm.askedForPapers.isIn(plain) && harm.claims.isIn(plain)));

/** Returns the help for a question that follows an answer about fraud. */
function afterAnswer(plain: string, harm: Words["harm"]): Harm | undefined {
  if (harm.gave.isIn(plain)) return "cheated";
  if (harm.moneyBack.isIn(plain) || harm.reportsWhere.isIn(plain)) return "after-fraud";
  const goesOn = harm.wouldGive.isIn(plain) || harm.askedForPapers.isIn(plain) || harm.theirNumber.isIn(plain);
  return goesOn ? "asked-for-codes" : undefined;
}

/** Whether somebody asks if they may use the card or the money of a person who has died. */
function asksToDrawForTheDead({ text, told, read }: Said, { harm }: Words): boolean {
  const plain = plainText(text);
  if (!harm.draws.isIn(plain) || !harm.mayDraw.isIn(plain) || harm.livesOn.isIn(plain)) return false;
  if (harm.dead.isIn(plain)) return true;
  if (harm.whereOrWhen.isIn(plain)) return false;
  const before = plainText(told);
  return read === "money-after-death" || (harm.dead.isIn(before) && !harm.livesOn.isIn(before));
}

/** Whether a text tells of a fee for turning an aid on or for registering. */
export function tellsOfFee(text: string, { harm }: Words): boolean {
  const plain = plainText(text);
  return harm.fee.isIn(plain) && harm.turnsOn.isIn(plain) && harm.service.isIn(plain);
}
