import type { Intent } from "../understanding/intents.ts";
import { plainText, wordsOf } from "../understanding/normalise.ts";
import { asksSomething } from "../understanding/question-words.ts";
import type { Understanding } from "../understanding/understanding.ts";
import type { Facts } from "./facts.ts";
import { type Context, flowOf } from "./flow.ts";
import { twoMattersIn } from "./two-matters.ts";

const ABOUT_THE_LIST: ReadonlySet<Intent> = new Set(["check", "payment", "sanction", "ask"]);

export function intentOfAccuser({ intent, alternatives }: Understanding, text: string, { facts }: Context): Intent {
  const isLikely = intent === "unknown" && alternatives[0]?.intent === "complaint";
  const isOne = isLikely || ABOUT_THE_LIST.has(intent);
  return isOne && facts.signals(text).includes("accusation") ? "complaint" : intent;
}

const LIKELY = 0.4;

export const wishesCheck = ({ intent, alternatives: [best] }: Understanding, text: string, { words }: Facts): boolean =>
  intent === "unknown" && best?.intent === "check" && best.confidence >= LIKELY && wordsOf(text, words).includes("cek");

const MAY_BE_TWO: ReadonlySet<Intent> = new Set(["unknown", "payment", "ask"]);

/** A check would lose the second matter of the message. */
export const intentOfTwo = (intent: Intent, text: string, { session, facts }: Context): Intent =>
  MAY_BE_TWO.has(intent) &&
  BEGINS_FROM.has(flowOf(session.at)) &&
  !asksSomething(text, facts.words) &&
  twoMattersIn(text, facts)
    ? "complaint"
    : intent;

const MAY_HAVE_ENDED: ReadonlySet<Intent> = new Set(["unknown", "complaint", "check", "payment"]);
const BEGINS_FROM: ReadonlySet<string> = new Set(["menu", "ask", "programmes", "offices"]);

/** Returns `sanction` for "dulu dapat, sekarang tidak dapat lagi", because the list may name the reason. */
export function intentOfStopped(intent: Intent, text: string, { session, facts }: Context): Intent {
  const isStopped = MAY_HAVE_ENDED.has(intent) && facts.words.report.stopped.isIn(plainText(text));
  const isOwn = BEGINS_FROM.has(flowOf(session.at)) && !facts.signals(text).includes("accusation");
  return isStopped && isOwn ? "sanction" : intent;
}

const MISTAKEN_FOR_REPORTS: ReadonlySet<Intent> = new Set(["check", "payment", "sanction", "unknown"]);

export const announcesReport = ({ intent }: Understanding, text: string, { facts: { words } }: Context): boolean =>
  MISTAKEN_FOR_REPORTS.has(intent) && words.report.announces.isIn(plainText(text)) && !asksSomething(text, words);
