import { z } from "zod";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** A notice that an officer has not got yet: a ticket is now theirs, or there is news on it. */
export const Notice = z.object({
  officer: z.string(),
  /** Identifies the notice: two with the same id and officer are one. */
  id: z.string(),
  /**
   * When to send the notice, in ms since 1970: never at night, and together with the other notices of the same
   * five minutes.
   */
  due: z.number(),
  news: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

type NoticeFields = Pick<Ticket, "notices" | "quietUntil">;

/**
 * Returns when this notice may be sent, in ms: when it is due or, if its ticket is put off, at the end of the
 * night.
 */
export const noticeDueAt = (notice: Notice, { quietUntil = 0 }: NoticeFields): number =>
  Math.max(notice.due, quietUntil);

/** Returns when the ticket's next notice may be sent; `undefined` if it has none or is closed. */
export function nextNoticeAt(ticket: NoticeFields & Pick<Ticket, "state">): number | undefined {
  if (ticket.state === "closed" || !ticket.notices?.length) return undefined;
  return Math.min(...ticket.notices.map((one) => noticeDueAt(one, ticket)));
}

/** Removes a notice that its officer has got; the thread gets no entry. */
export function withoutNotice(ticket: Ticket, { officer, notice }: TicketEvent & { type: "tell" }): Ticket {
  const { notices = [], ...rest } = ticket;
  const left = notices.filter((one) => one.officer !== officer || one.id !== notice);
  if (left.length === notices.length) return ticket;
  return left.length > 0 ? { ...rest, notices: left } : rest;
}

/** Puts a ticket's reminders and notices off until the morning. */
export const putOffNotices = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
