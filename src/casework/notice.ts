import { z } from "zod";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** Something that an officer is still to be told of a ticket: that it is theirs, or that there is news on it. */
export const Notice = z.object({
  officer: z.string(),
  /** Names what is told: the same again is one. */
  id: z.string(),
  /** When, in ms since 1970: not at night, and with others of the same minutes. */
  due: z.number(),
  news: z.literal(true).optional(),
});
export type Notice = z.infer<typeof Notice>;

type Waits = Pick<Ticket, "notices" | "quietUntil">;

/** When a notice of this ticket may be given: not in a night that its ticket has been put off for. */
export const dueOf = (notice: Notice, { quietUntil = 0 }: Waits): number => Math.max(notice.due, quietUntil);

/** When the next notice of a ticket is due; one that has ended is no news any more. */
export function nextNotice(ticket: Waits & Pick<Ticket, "state">): number | undefined {
  if (ticket.state === "closed" || !ticket.notices?.length) return undefined;
  return Math.min(...ticket.notices.map((one) => dueOf(one, ticket)));
}

/** The ticket after its officer was told: the thread says nothing of it. */
export function toldOf(ticket: Ticket, { officer, notice }: TicketEvent & { type: "tell" }): Ticket {
  const { notices = [], ...rest } = ticket;
  const left = notices.filter((one) => one.officer !== officer || one.id !== notice);
  if (left.length === notices.length) return ticket;
  return left.length > 0 ? { ...rest, notices: left } : rest;
}

/** The ticket whose reminders and notices wait for the morning. */
export const putOff = (ticket: Ticket, { until }: TicketEvent & { type: "put-off" }): Ticket =>
  (ticket.quietUntil ?? 0) >= until ? ticket : { ...ticket, quietUntil: until };
