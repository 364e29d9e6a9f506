import { withFiles } from "./attachment.ts";
import { type Calendar, deadlinesOf } from "./deadline.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** Ms after its end in which a ticket opens again; later it is a new one, linked to it. */
export const GRACE = 30 * 86_400_000;

export const isInGrace = (closedAt: number | undefined, now: number): boolean =>
  closedAt !== undefined && now - closedAt <= GRACE;

/** A ticket whose citizen says that it is not solved: their words stand in it, its clocks begin anew, and the next rung hears of it. */
export function reopened(whole: Ticket, event: TicketEvent & { type: "dispute" }, calendar: Calendar): Ticket {
  const attachments = withFiles(whole.number, whole.attachments, event.files ?? [], event.at);
  const events = [...whole.events, event];
  if (whole.state !== "closed") return { ...whole, attachments, events, news: true };
  const { closedAt: _, repairedAt: __, answeredAt: ___, waitingSince: ____, decideBy: _____, ...ticket } = whole;
  return {
    ...ticket,
    ...deadlinesOf(ticket.category, event.at, calendar),
    state: "working",
    reopened: (ticket.reopened ?? 0) + 1,
    reopenedAt: event.at,
    raise: true,
    news: true,
    attachments,
    events,
  };
}

/** A citizen's words on a ticket whose state has changed meanwhile: nothing of them is lost. */
export function keptEvent({ state, closedAt }: Ticket, event: TicketEvent): TicketEvent {
  if (event.type === "add" && state === "closed") return { ...event, type: "note" };
  if (event.type !== "dispute") return event;
  if (state !== "closed") return { ...event, type: "add" };
  return isInGrace(closedAt, event.at) ? event : { ...event, type: "note" };
}
