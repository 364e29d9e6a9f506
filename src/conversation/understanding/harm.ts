import type { Words } from "../../words/words.ts";
import { plainText } from "./normalise.ts";

/** Each value names a file with a national answer. */
export type Harm =
  | "cheated"
  | "asked-for-codes"
  | "sent-to-machine"
  | "data-given"
  | "after-fraud"
  | "bank-lines"
  | "data-threatened"
  | "asked-to-pay"
  | "card-held"
  | "ill-now"
  | "money-after-death";

/** `told`: the citizen's earlier words. `mourns`: in the last day, the chat expressed its sympathy for a death. */
type Said = { text: string; told: string; read: string; isWarned: boolean; mourns: boolean };

const GOING_ON: ReadonlySet<Harm> = new Set<Harm>(["asked-for-codes", "sent-to-machine"]);
const OF_FRAUD: ReadonlySet<string> = new Set<Harm>([
  ...GOING_ON,
  "data-given",
  "cheated",
  "after-fraud",
  "bank-lines",
  "data-threatened",
]);

/** For some hours, the service then reads vague words as words about the fraud. */
export const isFraud = (harm: string): boolean => OF_FRAUD.has(harm);

export const isGoingOn = (harm: Harm): boolean => GOING_ON.has(harm);

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

function fraudIn({ text, read, isWarned }: Said, { harm }: Words): Harm | undefined {
  const plain = plainText(text);
  const wouldGive = harm.wouldGive.isIn(plain);
  if (harm.payToGetBack.isIn(plain) && harm.cheater.isIn(plain)) return "after-fraud";
  if (wouldGive && harm.code.isIn(plain)) return "asked-for-codes";
  if (read === ("asked-to-pay" satisfies Harm) && isPaidInHand(plain, harm)) return read;
  if (isCheated(plain, harm)) return "cheated";
  const isOwn = harm.ofTheVillage.isIn(plain) && !harm.impostor.isIn(plain);
  const ofVillage = isOwn || (harm.ofMachine.isIn(plain) && !harm.impostor.isIn(plain));
  if (isSentToMachine(plain, harm) && !isOwn) return "sent-to-machine";
  if (isAskedForSecrets(plain, harm) && (wouldGive || !ofVillage)) return "asked-for-codes";
  if (harm.threatensData.isIn(plain) && harm.stranger.isIn(plain)) return "data-threatened";
  if (isAskedForMoney(plain, harm) && harm.stranger.isIn(plain) && !ofVillage) return "asked-for-codes";
  const wasWarned = isWarned || OF_FRAUD.has(read) || read === ("asked-to-pay" satisfies Harm);
  return wasWarned ? afterWarning(plain, { read, isOwn }, harm) : undefined;
}

/** No bank can stop a payment by hand. */
const isPaidInHand = (plain: string, harm: Words["harm"]): boolean =>
  harm.paidInHand.isIn(plain) && ![harm.stranger, harm.impostor, harm.code].some((list) => list.isIn(plain));

const isCheated = (plain: string, harm: Words["harm"]): boolean =>
  !harm.notCheated.isIn(plain) &&
  (harm.cheated.isIn(plain) ||
    harm.link.isIn(plain) ||
    harm.purse.isIn(plain) ||
    (harm.wasCheated.isIn(plain) &&
      (harm.impostor.isIn(plain) || !(harm.ofTheVillage.isIn(plain) || harm.ofMachine.isIn(plain)))));

const isSentToMachine = (plain: string, harm: Words["harm"]): boolean =>
  !harm.notAsked.isIn(plain) &&
  (harm.toldToEnter.isIn(plain) ||
    (harm.sentToMachine.isIn(plain) && (harm.caller.isIn(plain) || harm.impostor.isIn(plain))));

const isAskedForMoney = (plain: string, harm: Words["harm"]): boolean =>
  !harm.notAsked.isIn(plain) && harm.askedForMoney.isIn(plain);

const isAskedForSecrets = (plain: string, harm: Words["harm"]): boolean =>
  !harm.notAsked.isIn(plain) &&
  (harm.askedFor.isIn(plain) || (harm.askedForPapers.isIn(plain) && harm.claims.isIn(plain)));

const AFTERWARDS: ReadonlySet<string> = new Set<Harm>(["cheated", "data-given", "after-fraud", "bank-lines"]);

const asksWhatNext = (plain: string, harm: Words["harm"]): boolean =>
  !harm.wouldGive.isIn(plain) && !harm.wouldPay.isIn(plain) && harm.whatNext.isIn(plain);

/** `isOwn`: the words name a person of the village. */
type Before = { read: string; isOwn: boolean };

function afterWarning(plain: string, { read, isOwn }: Before, harm: Words["harm"]): Harm | undefined {
  const isGone = harm.moneyGone.isIn(plain) && !harm.wouldPay.isIn(plain) && !isOwn;
  if (!harm.aboutToGive.isIn(plain) && (harm.gave.isIn(plain) || isGone)) return "cheated";
  if (harm.namesBank.isIn(plain)) return "bank-lines";
  if (harm.photographed.isIn(plain)) return "data-given";
  if (harm.atMachine.isIn(plain)) return "sent-to-machine";
  const isPretended = harm.impostor.isIn(plain) && harm.fraudGoesOn.isIn(plain);
  if (!isPretended && (harm.moneyBack.isIn(plain) || harm.reportsWhere.isIn(plain))) return "after-fraud";
  if (harm.threatensData.isIn(plain)) return "data-threatened";
  const goesOn =
    harm.wouldGive.isIn(plain) ||
    harm.askedForPapers.isIn(plain) ||
    harm.theirNumber.isIn(plain) ||
    harm.fraudGoesOn.isIn(plain) ||
    harm.wouldPay.isIn(plain) ||
    isAskedForMoney(plain, harm);
  if (goesOn && AFTERWARDS.has(read) && asksWhatNext(plain, harm)) return "cheated";
  if (goesOn) return read === ("sent-to-machine" satisfies Harm) ? read : "asked-for-codes";
  return harm.wallet.isIn(plain) ? "cheated" : undefined;
}

function asksToDrawForTheDead({ text, told, read, mourns }: Said, { harm }: Words): boolean {
  const plain = plainText(text);
  if (!harm.draws.isIn(plain) || !harm.mayDraw.isIn(plain) || harm.livesOn.isIn(plain)) return false;
  if (harm.dead.isIn(plain)) return true;
  if (harm.whereOrWhen.isIn(plain) && !(mourns && harm.allowed.isIn(plain))) return false;
  const before = plainText(told);
  return mourns || read === "money-after-death" || (harm.dead.isIn(before) && !harm.livesOn.isIn(before));
}

export function tellsOfFee(text: string, { harm }: Words): boolean {
  const plain = plainText(text);
  return harm.fee.isIn(plain) && harm.turnsOn.isIn(plain) && harm.service.isIn(plain);
}
