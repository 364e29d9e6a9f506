import type { Text } from "../../vocabulary/message.ts";
import { type Context, flowOf, type Request } from "./flow.ts";
import { FILED_KEPT, isRecent, TOLD_KEPT } from "./lapse.ts";
import { isKept } from "./secrecy.ts";
import type { Session } from "./session.ts";

/** Leaves out a report of danger, because somebody else may read the chat. */
export function filedAfter(
  requests: readonly Request[] = [],
  { session, facts }: Pick<Context, "session" | "facts">,
): Pick<Session, "filed"> {
  const filed = requests.find((one) => one.type === "open-ticket");
  if (!filed || flowOf(session.at) === "urgent") return {};
  const { number, category, text, confidential = false } = filed.draft;
  const kept = isKept({ category, text, confidential }, { session, facts });
  return { filed: { number, at: facts.now, ...(kept ? { kept } : {}) } };
}

export const filedLately = ({ session: { filed }, facts }: Pick<Context, "session" | "facts">): Session["filed"] =>
  isRecent(filed?.at, FILED_KEPT, facts.now) ? filed : undefined;

export function sentBefore(context: Pick<Context, "session" | "facts">): Text[] {
  const numbers = [filedLately(context)?.number, context.session.emergency?.number];
  return [...new Set(numbers.filter((one) => one !== undefined))].map((number) => ({
    key: "finish.sentBefore",
    values: { number },
  }));
}

/** Whether the citizen may have sent a report of danger. */
export const mayHaveSent = ({ session, facts }: Pick<Context, "session" | "facts">): boolean =>
  isRecent(session.urgentAt, TOLD_KEPT, facts.now);

export function unsentTexts(context: Pick<Context, "session" | "facts">, key: string): Text[] {
  const sent = sentBefore(context);
  return sent.length > 0 || mayHaveSent(context) ? [...sent, { key: "finish.newUnsent" }] : [{ key }];
}

export function nothingSentTexts(context: Pick<Context, "session" | "facts">, key: string): Text[] {
  const sent = sentBefore(context);
  if (sent.length > 0) return sent;
  return [{ key: mayHaveSent(context) ? "finish.nothingNew" : key }];
}
