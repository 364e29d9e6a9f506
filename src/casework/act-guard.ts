import { AppError } from "../vocabulary/errors.ts";
import { inSight, type Sight } from "./sight.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * What an act is held to in the very step that changes its ticket. `sight`: what its maker may see. `expect`: the
 * version of the ticket that was on their screen. `words`: all that they gave, in one text, of which a hash is kept.
 */
export type ActGuard = { sight?: Sight; expect?: number | undefined; words?: string };

/** What happened to a ticket, without a word of it. */
type Happened = { by: string; type: TicketEvent["type"]; at: number };

/** Most of what happened that a refusal tells, the newest. */
const MOST_TOLD = 20;

/** A reminder to the officers themselves is nothing that an act could be too late for. */
const NEVER_STALE = new Set<TicketEvent["type"]>(["remind"]);

/**
 * Throws TICKET_UNKNOWN where the ticket has left its maker's sight, and STALE where the thread has grown since the
 * version that they expect. An act that is already in the thread is a repeat, and never stale.
 */
export function checkGuard(ticket: Ticket, event: TicketEvent, { sight, expect }: ActGuard): void {
  if (sight && !inSight(sight, ticket)) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  if (expect === undefined || ticket.events.some(({ id }) => id === event.id)) return;
  checkExpected(ticket, expect, sight);
}

/** Throws STALE with what happened since; an operator hears nothing of the thread of a confidential ticket. */
export function checkExpected(ticket: Ticket, expect: number, sight: Sight | undefined): void {
  const { number, version, sensitive } = ticket;
  const since = happenedSince(ticket, expect);
  if (since.length === 0 && expect <= version) return;
  const isRead = sight === undefined || sight.officer !== undefined || !sensitive;
  const told = isRead ? since.slice(-MOST_TOLD) : [];
  const lines = told.map(({ by, type, at }) => `${new Date(at).toISOString()}  ${by} ${type}`);
  const message = [`${number} has version ${version} now, and not ${expect}`, ...lines].join("\n");
  throw new AppError("STALE", message, { details: { version, since: told } });
}

/** An entry of a release without versions counts as early as it can have been written. */
const versionOf = ({ version }: TicketEvent, no: number): number => version ?? no + 2;

function happenedSince({ events }: Ticket, expect: number): Happened[] {
  return events
    .filter((event, no) => versionOf(event, no) > expect && !NEVER_STALE.has(event.type))
    .map(({ by, type, at }) => ({ by, type, at }));
}
