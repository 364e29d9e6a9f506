import type { Text } from "../../vocabulary/message.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";
import { isAboutAid } from "../understanding/secret-wish.ts";
import { nothingSentTexts, sentBefore, unsentTexts } from "./filed-report.ts";
import { type Context, enterState, flowOf, type Step, stateHere } from "./flow.ts";
import type { StateName } from "./state-names.ts";
import { isDraft } from "./take-command.ts";
import { answerErased, cancelledTexts } from "./withdraw-report.ts";

const MOST_WORDS = 14;
const OTHER_MATTERS: ReadonlySet<string> = new Set(["urgent", "reply", "check", "ticket"]);

/** Whether the chat does not repeat its question after an aside. */
export const restsIn = (at: StateName): boolean => flowOf(at) === "complaint" && at !== "complaint.confirm";

export const draftTexts = (context: Context): Text[] =>
  stateHere(context).send?.(context)
    ? unsentTexts(context, "finish.isUnsent")
    : nothingSentTexts(context, "finish.nothing");

/** Answers a doubt such as "beneran gak ada yang kekirim?". */
export function answerSent(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const plain = plainText(text);
  if (!facts.words.unsent.asksSent.isIn(plain) || plain.split(" ").length > MOST_WORDS) return undefined;
  if (isAboutAid(plain, facts.words)) return undefined;
  if (holdsWord(plain, facts.words.unsent.erasedNow) && flowOf(session.at) !== "urgent") {
    const erased = answerErased(context);
    if (erased) return erased;
  }
  const sent = sentBefore(context);
  if (flowOf(session.at) === "ticket" && sent.length > 0) return { to: session.at, say: sent };
  if (OTHER_MATTERS.has(flowOf(session.at))) return undefined;
  if (isDraft(context)) {
    const rests = restsIn(session.at);
    return {
      to: session.at,
      say: [...draftTexts(context), ...(rests ? [{ key: "finish.toGoOn" }] : [])],
      ...(rests ? { quiet: true } : {}),
    };
  }
  const { cancelled, withdrawn } = session;
  if (cancelled && !withdrawn) return { to: session.at, say: cancelledTexts(context) };
  return { ...enterState("track.show", undefined, context), say: sent };
}
