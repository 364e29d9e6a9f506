import { z } from "zod";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** A notice that an officer has not got yet. It says that a ticket is now theirs, or that there is news on it. */
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
});
export type Notice = z.infer<typeof Notice>;

type NoticeFields = Pick<Ticket, "notices" | "quietUntil">;

/**
 * Returns when this notice may be sent, in ms: at its due time, or at the end of the night if the ticket's notices
 * are postponed.
 */
export const noticeDueAt = (notice: Notice, { quietUntil = 0 }: NoticeFields): number =>
  Math.max(notice.due, quietUntil);

/** Returns when the ticket's next notice may be sent. A closed ticket, or one without notices, has no such time. */
export function nextNoticeAt(ticket: NoticeFields & Pick<Ticket, "state">): number | undefined {
  if (ticket.state === "closed" || !ticket.notices?.length) return undefined;
  return Math.min(...ticket.notices.map((one) => noticeDueAt(one, ticket)));
}

/** Removes a notice that its officer has got. The thread gets no entry. */
export function withoutNotice(ticket: Ticket, { officer, notice }: TicketEvent & { type: "tell" }): Ticket {
  const { notices = [], ...rest } = ticket;
  const left = notices.filter((one) => one.officer !== officer || one.id !== notice);
  if (left.length === notices.length) return ticket;
  return left.length > 0 ? { ...rest, notices: left } : rest;
}

/** Postpones a ticket's reminders and notices to the morning. */
export const putOffNotices = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
