import { withFiles } from "./attachment.ts";
import { addToThread } from "./past.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** In ms. A dispute within this time after the end reopens the ticket. */
export const GRACE = 30 * 86_400_000;

export const isInGrace = (closedAt: number | undefined, now: number): boolean =>
  closedAt !== undefined && now - closedAt <= GRACE;

export function applyDispute(ticket: Ticket, event: TicketEvent & { type: "dispute" }): Ticket {
  const attachments = withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at);
  const next = { ...addToThread(ticket, event), attachments, news: true };
  if (ticket.state !== "closed") return next;
  return { ...next, reopened: (ticket.reopened ?? 0) + 1, reopenedAt: event.at, raise: true };
}

/** A closed ticket gets a note, except for a dispute within `GRACE`. */
export function eventForState(
  { state, closedAt }: Pick<Ticket, "state" | "closedAt">,
  event: TicketEvent,
): TicketEvent {
  if (event.type === "add" && state === "closed") return { ...event, type: "note" };
  if (event.type !== "dispute") return event;
  if (state !== "closed") return { ...event, type: "add" };
  return isInGrace(closedAt, event.at) ? event : { ...event, type: "note" };
}
