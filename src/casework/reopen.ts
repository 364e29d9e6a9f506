import { withFiles } from "./attachment.ts";
import { addToThread } from "./past.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * For this time (ms) after a ticket's end the citizen can open the ticket again. Later the citizen gets a new ticket
 * that is linked to the ended one.
 */
export const GRACE = 30 * 86_400_000;

export const isInGrace = (closedAt: number | undefined, now: number): boolean =>
  closedAt !== undefined && now - closedAt <= GRACE;

/**
 * Records that the citizen says the ticket is not solved. A ticket that had ended is reopened, and the kind's table
 * says which rung gets it.
 */
export function applyDispute(ticket: Ticket, event: TicketEvent & { type: "dispute" }): Ticket {
  const attachments = withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at);
  const next = { ...addToThread(ticket, event), attachments, news: true };
  if (ticket.state !== "closed") return next;
  return { ...next, reopened: (ticket.reopened ?? 0) + 1, reopenedAt: event.at, raise: true };
}

/**
 * Turns a citizen's event into one that fits the ticket's present state. So no words are lost if the state has
 * changed meanwhile.
 */
export function eventForState(
  { state, closedAt }: Pick<Ticket, "state" | "closedAt">,
  event: TicketEvent,
): TicketEvent {
  if (event.type === "add" && state === "closed") return { ...event, type: "note" };
  if (event.type !== "dispute") return event;
  if (state !== "closed") return { ...event, type: "add" };
  return isInGrace(closedAt, event.at) ? event : { ...event, type: "note" };
}
