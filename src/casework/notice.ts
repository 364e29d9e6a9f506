import { z } from "zod";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * Tells an officer that a ticket is now theirs, or that their ticket has news. The ticket keeps the notice until a
 * message about it was sent.
 */
export const Notice = z.object({
  officer: z.string(),
  /** Two notices with the same id and officer are one. */
  id: z.string(),
  /** When to send the notice, in ms since 1970. Only a call may be due at night. */
  due: z.number(),
  news: z.literal(true).optional(),
  /**
   * Only for a person in danger: the ids of the messages that called the officer at `due`. Empty if the officer has no
   * chat.
   */
  calls: z.array(z.string()).optional(),
  /**
   * Set after the operators were told that the call has not reached the officer. `unreached` means that no message
   * could be sent, and `late` that none was sent in time.
   */
  missed: z.enum(["unreached", "late"]).optional(),
  /** The officers whom the service called in place of `officer`, the newest last, with the ids of their messages. */
  instead: z.array(z.object({ officer: z.string(), at: z.number(), calls: z.array(z.string()) })).optional(),
  /** Set after the operators were told that no officer could be told. */
  nobody: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

type NoticeFields = Pick<Ticket, "notices" | "quietUntil">;

/** Returns when the service may send this notice, in ms. A postponed notice waits until the end of the night. */
export const noticeDueAt = (notice: Notice, { quietUntil = 0 }: NoticeFields): number =>
  Math.max(notice.due, quietUntil);

/** Returns when the next notice other than a call may be sent, in ms. A closed ticket has no such time. */
export function nextNoticeAt(ticket: NoticeFields & Pick<Ticket, "state">): number | undefined {
  const waiting = ticket.notices?.filter((one) => !isCall(one)) ?? [];
  if (ticket.state === "closed" || waiting.length === 0) return undefined;
  return Math.min(...waiting.map((one) => noticeDueAt(one, ticket)));
}

/** Whether the notice is a call for a person in danger. */
export const isCall = ({ calls }: Notice): boolean => calls !== undefined;

/** Removes a notice from its ticket, or replaces it with the event's `again`. The thread gets no entry. */
export function withoutNotice(
  ticket: Ticket,
  { officer, notice, again, reached }: TicketEvent & { type: "tell" },
): Ticket {
  const { notices = [], ...others } = ticket;
  const rest = reached ? { ...others, reached } : others;
  const isMeant = (one: Notice) => one.officer === officer && one.id === notice;
  if (!notices.some(isMeant)) return ticket;
  const left = notices.flatMap((one) => (isMeant(one) ? (again ?? []) : one));
  return left.length > 0 ? { ...rest, notices: left } : rest;
}

export const putOffNotices = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
