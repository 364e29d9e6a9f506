import { withFiles } from "./attachment.ts";
import { addToThread } from "./past.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * The citizen can reopen a ticket for this time (ms); later, the citizen gets a new ticket that is linked to the old
 * one.
 */
export const GRACE = 30 * 86_400_000;

export const isInGrace = (closedAt: number | undefined, now: number): boolean =>
  closedAt !== undefined && now - closedAt <= GRACE;

/** Reopens a closed ticket, which routing then gives to the officer of the kind's `objection`. */
export function applyDispute(ticket: Ticket, event: TicketEvent & { type: "dispute" }): Ticket {
  const attachments = withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at);
  const next = { ...addToThread(ticket, event), attachments, news: true };
  if (ticket.state !== "closed") return next;
  return { ...next, reopened: (ticket.reopened ?? 0) + 1, reopenedAt: event.at, raise: true };
}

/** A citizen's words for a closed ticket become a note, except a dispute within `GRACE`. */
export function eventForState(
  { state, closedAt }: Pick<Ticket, "state" | "closedAt">,
  event: TicketEvent,
): TicketEvent {
  if (event.type === "add" && state === "closed") return { ...event, type: "note" };
  if (event.type !== "dispute") return event;
  if (state !== "closed") return { ...event, type: "add" };
  return isInGrace(closedAt, event.at) ? event : { ...event, type: "note" };
}
