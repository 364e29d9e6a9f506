import { findTicketNumber } from "../../casework/number.ts";
import { defined } from "../../defined.ts";
import { plainText } from "../understanding/normalise.ts";
import { isAboutAid } from "../understanding/secret-wish.ts";
import { keptWords } from "./content.ts";
import { withoutDraft } from "./drop-draft.ts";
import { filedLately } from "./filed-report.ts";
import type { Context, Step } from "./flow.ts";
import { isRecent, TOLD_KEPT } from "./lapse.ts";
import { reportHere } from "./secrecy.ts";

/**
 * Offers to withdraw the named, the shown or the newest report, or asks which. `nothingKey` is the text if no report is
 * open.
 */
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

/**
 * Takes a late "Ya, batalkan": the button withdraws the report that the chat asked about, even after another matter.
 */
export function confirmWithdrawal(context: Pick<Context, "session">): Step | undefined {
  const asked = askWithdrawalAgain(context);
  return asked && { ...asked, data: { ...asked.data, isConfirmed: true } };
}

/** Leaves the report open. Also answers a citizen whom somebody else tells to withdraw: the citizen alone decides. */
export const keepFromWithdrawal = (key: string, { session }: Pick<Context, "session">): Step => ({
  to: session.at,
  say: [{ key }],
  session: { withdrawing: undefined },
});

/**
 * Also drops the draft, because few citizens know that a draft is open beside the report. Returns `undefined` if the
 * chat has filed no report lately and the message names none.
 */
export function withdrawFiled(text: string, context: Context): Step | undefined {
  if (!filedLately(context) && !findTicketNumber(text)) return undefined;
  return {
    ...beginWithdrawal(text, context, "finish.dropped"),
    say: [{ key: "finish.droppedUnsent" }],
    session: withoutDraft(context.session, context),
  };
}

const MOST_WORDS = 12;

/** Answers "beneran udah dibatalin?" about a cancelled draft or a withdrawn report. */
export function answerWithdrawn(text: string, { session, facts }: Context): Step | undefined {
  const plain = plainText(text);
  const { asides } = facts.words;
  if (!asides.withdrawn.isIn(plain) || isAboutAid(plain, facts.words) || plain.split(" ").length > MOST_WORDS)
    return undefined;
  const { withdrawn, cancelled } = session;
  const isReport = withdrawn !== undefined && isRecent(withdrawn.at, TOLD_KEPT, facts.now);
  if (cancelled && (!isReport || cancelled.since > withdrawn.at))
    return { to: session.at, say: [{ key: "complaint.wasCancelled" }] };
  return isReport
    ? { to: session.at, say: [{ key: "track.wasWithdrawn", values: { number: withdrawn.number } }] }
    : undefined;
}
