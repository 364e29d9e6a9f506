import { z } from "zod";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * A notice that an officer has not got yet. The notice says that a ticket is now theirs, or that a ticket of theirs has
 * news.
 */
export const Notice = z.object({
  officer: z.string(),
  /** The id of the notice. Two notices with the same id and officer are one. */
  id: z.string(),
  /**
   * When to send the notice, in ms since 1970. This is never at night. The notices of the same five minutes are sent
   * together.
   */
  due: z.number(),
  news: z.literal(true).optional(),
  /**
   * For a person in danger: the messages of the outbox with which the service called the officer at `due`. If no chat
   * of the officer has written to us, there are none. The notice stays until one of the messages was sent.
   */
  calls: z.array(z.string()).optional(),
  /**
   * Set after the operators were told that this call has not reached the officer. The service could send no message, or
   * sent none in time.
   */
  missed: z.enum(["unreached", "late"]).optional(),
  /** The officers whom the service called in place of one whose call is late, with the messages, the last one at the end. */
  instead: z.array(z.object({ officer: z.string(), at: z.number(), calls: z.array(z.string()) })).optional(),
  /** Set after the operators and the citizen were told that no officer could be told. */
  nobody: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

type NoticeFields = Pick<Ticket, "notices" | "quietUntil">;

/**
 * Returns when the service may send this notice, in ms. Usually this is its due time. If the ticket's notices are
 * postponed, it is the end of the night.
 */
export const noticeDueAt = (notice: Notice, { quietUntil = 0 }: NoticeFields): number =>
  Math.max(notice.due, quietUntil);

/** Returns when the ticket's next notice may be sent. A closed ticket, or one without notices, has no such time. */
export function nextNoticeAt(ticket: NoticeFields & Pick<Ticket, "state">): number | undefined {
  const waiting = ticket.notices?.filter((one) => !isCall(one)) ?? [];
  if (ticket.state === "closed" || waiting.length === 0) return undefined;
  return Math.min(...waiting.map((one) => noticeDueAt(one, ticket)));
}

/** Whether the notice is a call for a person in danger. A call is sent at once, and followed until it is delivered. */
export const isCall = ({ calls }: Notice): boolean => calls !== undefined;

/**
 * Removes a notice that its officer has got. If no message reached the officer, replaces the notice with the event's
 * `again`. The thread gets no entry.
 */
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

/** Postpones a ticket's reminders and notices to the morning. */
export const putOffNotices = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
