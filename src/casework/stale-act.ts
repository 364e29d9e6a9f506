import { AppError } from "../vocabulary/errors.ts";
import { inSight, type Sight } from "./sight.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** `request`: the whole request as text; the store keeps only its hash. */
export type ActGuard = { sight?: Sight; expect?: number | undefined; request?: string };

type PastEvent = { by: string; type: TicketEvent["type"]; at: number };

const MOST_TOLD = 20;

const NEVER_STALE = new Set<TicketEvent["type"]>(["remind"]);

/**
 * Throws:
 * - TICKET_UNKNOWN: the caller may not see the ticket any more.
 * - STALE: the ticket has changed since the version `expect`.
 */
export function checkGuard(ticket: Ticket, event: TicketEvent, { sight, expect }: ActGuard): void {
  if (sight && !inSight(sight, ticket)) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  if (expect === undefined || ticket.events.some(({ id }) => id === event.id)) return;
  checkExpected(ticket, expect, sight);
}

/** An operator may not read the events of a confidential ticket. */
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

/** An entry of an older release has no version. */
const versionOf = ({ version }: TicketEvent, no: number): number => version ?? no + 2;

function eventsSince({ unread = 0, events }: Ticket, expect: number): PastEvent[] {
  return events
    .filter((event, index) => versionOf(event, unread + index) > expect && !NEVER_STALE.has(event.type))
    .map(({ by, type, at }) => ({ by, type, at }));
}
