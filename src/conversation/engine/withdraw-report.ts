import { findTicketNumber } from "../../casework/number.ts";
import { defined } from "../../defined.ts";
import type { Text } from "../../vocabulary/message.ts";
import { holdsWord, plainText } from "../understanding/normalise.ts";
import { isAboutAid } from "../understanding/secret-wish.ts";
import { keptWords } from "./content.ts";
import { withoutDraft } from "./drop-draft.ts";
import { filedLately, sentBefore } from "./filed-report.ts";
import type { Context, Step } from "./flow.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import { reportHere } from "./secrecy.ts";

/** `nothingKey` is the text for a chat without an open report. */
export function beginWithdrawal(text: string, context: Context, nothingKey?: string): Step {
  const wanted =
    findTicketNumber(text) ?? reportHere(context) ?? filedLately(context)?.number ?? context.session.emergency?.number;
  return {
    to: "track.listing",
    data: { withdraws: true, words: keptWords(text), ...defined({ wanted, nothingKey }) },
    lookUp: { find: "own-tickets" },
  };
}

export function askWithdrawalAgain({ session: { withdrawing } }: Pick<Context, "session">): Step | undefined {
  if (withdrawing === undefined) return undefined;
  const { number: wanted, words } = withdrawing;
  return { to: "track.listing", data: { withdraws: true, words, wanted }, lookUp: { find: "own-tickets" } };
}

/** Takes a late "Ya, batalkan", even after another subject. */
export function confirmWithdrawal(context: Pick<Context, "session">): Step | undefined {
  const asked = askWithdrawalAgain(context);
  return asked && { ...asked, data: { ...asked.data, isConfirmed: true } };
}

/** The citizen alone decides, even if somebody else demands a withdrawal. */
export const keepFromWithdrawal = (key: string, { session }: Pick<Context, "session">): Step => ({
  to: session.at,
  say: [{ key }],
  session: { withdrawing: undefined },
});

/** Also drops the draft, because few citizens know that it is still open. */
export function withdrawFiled(text: string, context: Context): Step | undefined {
  if (!filedLately(context) && !findTicketNumber(text)) return undefined;
  return {
    ...beginWithdrawal(text, context, "track.noneOpen"),
    say: [{ key: "finish.droppedUnsent" }],
    session: withoutDraft(context.session, context),
  };
}

const MOST_WORDS = 12;

/** Answers "beneran udah dibatalin?" about a cancelled draft or a withdrawn report. */
export function answerWithdrawn(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const plain = plainText(text);
  const { asides } = facts.words;
  if (!asides.withdrawn.isIn(plain) || isAboutAid(plain, facts.words) || plain.split(" ").length > MOST_WORDS)
    return undefined;
  if (holdsWord(plain, facts.words.unsent.erasedNow)) {
    const erased = answerErased(context);
    if (erased) return erased;
  }
  const { withdrawn, cancelled } = session;
  const isReport = withdrawn !== undefined && isRecent(withdrawn.at, TOLD_KEPT, facts.now);
  if (cancelled && (!isReport || cancelled.since > withdrawn.at))
    return { to: session.at, say: cancelledTexts(context) };
  if (isReport) return { to: session.at, say: [withdrawnText(withdrawn.number)] };
  const filed = filedLately(context);
  const isNamed = filed && (plain.split(" ").length <= FEW_WORDS || holdsWord(plain, facts.words.unsent.reports));
  return isNamed ? { to: session.at, say: [notWithdrawnText(filed.number)] } : undefined;
}

const FEW_WORDS = 5;

const withdrawnText = (number: string): Text => ({ key: "track.wasWithdrawn", values: { number } });
const notWithdrawnText = (number: string): Text => ({ key: "track.notWithdrawn", values: { number } });

export function cancelledTexts(context: Pick<Context, "session" | "facts">): Text[] {
  const sent = sentBefore(context);
  return sent.length > 0 ? [{ key: "finish.newCancelled" }, ...sent] : [{ key: "complaint.wasCancelled" }];
}

/** Answers "beneran udah kehapus?" and begins no withdrawal. */
export function answerErased(context: Context): Step | undefined {
  const { withdrawn } = context.session;
  const filed = filedLately(context);
  if (!filed) return undefined;
  if (withdrawn && withdrawn.at >= filed.at) return { to: context.session.at, say: [withdrawnText(withdrawn.number)] };
  return { to: context.session.at, say: [notWithdrawnText(filed.number)] };
}
