import { AppError } from "../vocabulary/errors.ts";
import { inSight, type Sight } from "./sight.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * What the store checks when it applies an act. `sight`: what the caller may see. `expect`: the version of the ticket
 * that was on the caller's screen. `request`: all that the caller gave, in one text; the store keeps a hash of it.
 */
export type ActGuard = { sight?: Sight; expect?: number | undefined; request?: string };

/** An event of a ticket without its text. */
type PastEvent = { by: string; type: TicketEvent["type"]; at: number };

/** Most events that a refusal names. It names the newest. */
const MOST_TOLD = 20;

/** Events that never make an act stale: a reminder to the officers changes nothing for them. */
const NEVER_STALE = new Set<TicketEvent["type"]>(["remind"]);

/**
 * Throws TICKET_UNKNOWN if the caller may not see the ticket any more, and STALE if an entry other than a reminder came
 * after the version that the caller expects, or if the ticket never had that version. An act that is already in the
 * thread is a repeat and never stale.
 */
export function checkGuard(ticket: Ticket, event: TicketEvent, { sight, expect }: ActGuard): void {
  if (sight && !inSight(sight, ticket)) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  if (expect === undefined || ticket.events.some(({ id }) => id === event.id)) return;
  checkExpected(ticket, expect, sight);
}

/** Throws STALE and names what happened since. For an operator it names no events of a confidential ticket. */
function checkExpected(ticket: Ticket, expect: number, sight: Sight | undefined): void {
  const { number, version, sensitive } = ticket;
  const since = eventsSince(ticket, expect);
  if (since.length === 0 && expect <= version) return;
  const isRead = sight === undefined || sight.officer !== undefined || !sensitive;
  const shownEvents = isRead ? since.slice(-MOST_TOLD) : [];
  const lines = shownEvents.map(({ by, type, at }) => `${new Date(at).toISOString()}  ${by} ${type}`);
  const message = [`${number} has version ${version} now, and not ${expect}`, ...lines].join("\n");
  throw new AppError("STALE", message, { details: { version, since: shownEvents } });
}

/** An entry that a release without versions wrote gets the earliest version that it can have had. */
const versionOf = ({ version }: TicketEvent, no: number): number => version ?? no + 2;

function eventsSince({ unread = 0, events }: Ticket, expect: number): PastEvent[] {
  return events
    .filter((event, index) => versionOf(event, unread + index) > expect && !NEVER_STALE.has(event.type))
    .map(({ by, type, at }) => ({ by, type, at }));
}
