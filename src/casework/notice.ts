import { z } from "zod";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** A notification that an officer has not got yet: a ticket is now theirs, or there is news on it. */
export const Notice = z.object({
  officer: z.string(),
  /** Identifies the notification: two with the same id and officer are one. */
  id: z.string(),
  /** When to send it, in ms since 1970: never at night, and together with the others of the same five minutes. */
  due: z.number(),
  news: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

type Waits = Pick<Ticket, "notices" | "quietUntil">;

/**
 * When this notification may be sent: when it is due, or at the end of the night if its ticket is put off until then.
 */
export const dueOf = (notice: Notice, { quietUntil = 0 }: Waits): number => Math.max(notice.due, quietUntil);

/** When the ticket's next notification is due; `undefined` when it has none or is closed. */
export function nextNotice(ticket: Waits & Pick<Ticket, "state">): number | undefined {
  if (ticket.state === "closed" || !ticket.notices?.length) return undefined;
  return Math.min(...ticket.notices.map((one) => dueOf(one, ticket)));
}

/** The ticket without a notification that its officer has got; the thread gets no entry. */
export function toldOf(ticket: Ticket, { officer, notice }: TicketEvent & { type: "tell" }): Ticket {
  const { notices = [], ...rest } = ticket;
  const left = notices.filter((one) => one.officer !== officer || one.id !== notice);
  if (left.length === notices.length) return ticket;
  return left.length > 0 ? { ...rest, notices: left } : rest;
}

/** The ticket with its reminders and notifications put off until the morning. */
export const putOff = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
