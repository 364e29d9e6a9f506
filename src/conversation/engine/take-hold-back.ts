import type { Text } from "../../vocabulary/message.ts";
import {
  besideHoldBack,
  endsByTakingBack,
  givesUp,
  type HoldBack,
  holdBackIn,
  speaksOfSending,
  takesReportBack,
} from "../understanding/hold-back.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";
import { harmTexts } from "./answer-harm.ts";
import { answerSent, restsIn } from "./answer-sent.ts";
import { answerAside, asideIn } from "./asides.ts";
import { dropDraft } from "./drop-draft.ts";
import { sentBefore } from "./filed-report.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { reportHere } from "./secrecy.ts";
import { isDraft, takeChangeOfMind } from "./take-command.ts";
import { ticketAsked } from "./ticket-answer.ts";
import { villageIn } from "./told.ts";
import { beginWithdrawal, withdrawFiled } from "./withdraw-report.ts";

const SHOWS_REPORT: ReadonlySet<string> = new Set(["ticket.filed", "ticket.added", "track.view", "track.choose"]);

export function takeHoldBack(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const flow = flowOf(session.at);
  if (flow === "urgent" || session.at === "track.withdraw" || ticketAsked(context) !== undefined) return undefined;
  const sent = answerSent(text, context);
  if (sent) return sent;
  if (SHOWS_REPORT.has(session.at) && endsByTakingBack(text, facts.words)) return beginWithdrawal(text, context);
  const said = holdBackIn(text, facts.words);
  if (!said) return undefined;
  if (SHOWS_REPORT.has(session.at)) return takeAfterSending(said, text, context);
  if (session.at === "ticket.more") return meansFiled(said, text, context) ? beginWithdrawal(text, context) : undefined;
  if (isDraft(context)) {
    const filed = meansFiled(said, text, context) ? withdrawFiled(text, context) : undefined;
    if (filed) return filed;
    if (said === "called-off" || givesUp(text, facts.words)) return dropDraft(context);
    return takeChangeOfMind(text, context) ?? keepUnsent(text, context);
  }
  if (flow === "menu" && said === "put-off" && speaksOfSending(text, facts.words))
    return beginWithdrawal(text, context, "common.nothingToCallOff");
  const namesReport = facts.words.asides.withdraws.isIn(plainText(text));
  if (flow === "menu" && !namesReport && takesReportBack(text, facts.words))
    return beginWithdrawal(text, context, "common.nothingToCallOff");
  const isAsked = stateHere(context).brief === undefined && flow !== "menu";
  if (said !== "called-off" || isAsked) return undefined;
  const { complaint } = session.drafts;
  if (complaint) return dropDraft(context, complaint);
  return flow === "menu" && isOfReport(text, context)
    ? beginWithdrawal(text, context, "common.nothingToCallOff")
    : undefined;
}

/** "Ga jadi" alone means the draft, not an earlier report. */
const meansFiled = (said: HoldBack, text: string, { facts: { words } }: Context): boolean =>
  said === "undone" ||
  words.asides.withdraws.isIn(plainText(text)) ||
  (said === "called-off" && speaksOfSending(text, words));

/** "Ga usah, makasih" (no, thanks) cancels nothing. */
const isOfReport = (text: string, { facts: { words } }: Context): boolean =>
  speaksOfSending(text, words) || holdsWord(plainText(text), words.unsent.drops);

function takeAfterSending(said: string, text: string, context: Context): Step | undefined {
  const { unsent } = context.facts.words;
  const isStopped = context.session.at === "ticket.filed" && holdsWord(plainText(text), unsent.stops);
  const isMeant = isStopped || said === "undone" || said === "called-off" || speaksOfSending(text, context.facts.words);
  const asksForSecond = context.session.data.second !== undefined && said !== "undone";
  const isReport = context.session.at === "track.choose" || reportHere(context) !== undefined;
  return isMeant && !asksForSecond && isReport ? beginWithdrawal(text, context) : undefined;
}

function keepUnsent(text: string, context: Context): Step {
  const { session, facts } = context;
  const { later, send } = stateHere(context);
  const sent = sentBefore(context);
  const unsent = send?.(context) ? (sent.length > 0 ? "finish.newHeld" : "finish.held") : "finish.nothing";
  const kept: Text[] = later ? [{ key: later }] : sent.length > 0 && !send?.(context) ? [] : [{ key: unsent }];
  const beside = besideHoldBack(text, facts.words);
  const asked = asideIn(beside, context) === "who-reads" ? (answerAside(beside, context)?.say ?? []) : [];
  const say: Text[] = [...harmTexts(beside, context), ...asked, ...kept, ...sent];
  const place = flowOf(session.at) === "complaint" ? villageIn(text, facts) : {};
  const rests = restsIn(session.at);
  if (rests) say.push({ key: "finish.toGoOn" });
  return { to: session.at, say, ...(place.area ? { data: place } : {}), ...(rests ? { quiet: true } : {}) };
}
