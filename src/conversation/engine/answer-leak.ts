import { plainText } from "../understanding/normalise.ts";
import { isAboutAid } from "../understanding/secret-wish.ts";
import { filedLately, sentBefore } from "./filed-report.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { discreetText } from "./own-office.ts";
import { KEPT_LINE } from "./secrecy.ts";

const MOST_WORDS = 14;

/** Answers a citizen who fears that a report has leaked. */
export function answerLeak(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const plain = plainText(text);
  if (!facts.words.secrecy.leaks.isIn(plain) || plain.split(" ").length > MOST_WORDS) return undefined;
  if (isAboutAid(plain, facts.words) || flowOf(session.at) === "urgent") return undefined;
  const hasDraft = flowOf(session.at) === "complaint" && stateHere(context).send?.(context) !== undefined;
  if (!filedLately(context) && !hasDraft) return undefined;
  const sent = sentBefore(context);
  const police = { key: "complaint.threatened" };
  if (sent.length === 0)
    return { to: session.at, say: [police, { key: "finish.isUnsent" }, discreetText(text, facts)] };
  const isKept = session.filed?.kept === true;
  const more = isKept ? {} : { session: { offersSecrecy: true as const } };
  return { to: session.at, say: [police, ...sent, ...(isKept ? [KEPT_LINE] : [])], ...more };
}
