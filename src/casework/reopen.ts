import { withFiles } from "./attachment.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** Ms after its end in which a ticket opens again; later it is a new one, linked to it. */
export const GRACE = 30 * 86_400_000;

export const isInGrace = (closedAt: number | undefined, now: number): boolean =>
  closedAt !== undefined && now - closedAt <= GRACE;

/** A ticket whose citizen says that it is not solved: their words stand in it, and one that had ended goes to the next rung. */
export function disputed(ticket: Ticket, event: TicketEvent & { type: "dispute" }): Ticket {
  const attachments = withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at);
  const next = { ...ticket, attachments, events: [...ticket.events, event], news: true };
  if (ticket.state !== "closed") return next;
  return { ...next, reopened: (ticket.reopened ?? 0) + 1, reopenedAt: event.at, raise: true };
}

/** A citizen's words on a ticket whose state has changed meanwhile: nothing of them is lost. */
export function keptEvent({ state, closedAt }: Ticket, event: TicketEvent): TicketEvent {
  if (event.type === "add" && state === "closed") return { ...event, type: "note" };
  if (event.type !== "dispute") return event;
  if (state !== "closed") return { ...event, type: "add" };
  return isInGrace(closedAt, event.at) ? event : { ...event, type: "note" };
}
