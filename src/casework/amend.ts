import { z } from "zod";
import { AppError } from "../vocabulary/errors.ts";
import { type Category, Category as CategorySchema } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { becomesConfidential } from "./closed-lane.ts";
import { addWorkingDays, type Calendar, type Deadlines, deadlinesOf, workingDaysBetween } from "./deadline.ts";
import { unlessDoubted } from "./lane.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * The parts of a ticket's head that can be corrected. A stored event shows only the last four digits of each number.
 */
export const Head = z
  .object({
    category: CategorySchema,
    area: z.string(),
    place: z.string(),
    programme: z.string(),
    /** Whether it is in the confidential lane. */
    sensitive: z.boolean(),
    nik: z.string(),
    kk: z.string(),
    name: z.string(),
  })
  .partial();
export type Head = z.infer<typeof Head>;

/** Parts of a ticket whose change may make the ticket another officer's. */
const ROUTES = ["category", "area", "sensitive", "doubt"] as const;

const headOf = ({ category, area, place, programme, sensitive, person }: Ticket): Head => ({
  category,
  sensitive,
  ...(area ? { area } : {}),
  ...(place ? { place } : {}),
  ...(programme ? { programme } : {}),
  ...person,
});

/** Returns the parts of `now` that differ from the ticket's head. */
export function changesOf(ticket: Ticket, now: Head): Head {
  const before = headOf(ticket) as Record<string, unknown>;
  // For a ticket in doubt, `sensitive: false` is a change: it decides that the ticket's words accuse nobody.
  if (ticket.doubt) delete before.sensitive;
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => value !== undefined && before[key] !== value));
}

const maskedNumber = (number: string): string => `${"*".repeat(Math.max(number.length - 4, 0))}${number.slice(-4)}`;

/** Masks the numbers of a head for the thread. */
export const maskedHead = ({ nik, kk, ...head }: Head): Head => ({
  ...head,
  ...(nik ? { nik: maskedNumber(nik) } : {}),
  ...(kk ? { kk: maskedNumber(kk) } : {}),
});

/**
 * Returns the clocks of the new category. Working days that waiting for the citizen added to the old `resolveBy` are
 * added to the new one too.
 */
export function clocksOf(ticket: Ticket, category: Category, calendar: Calendar): Deadlines {
  const from = ticket.reopenedAt ?? ticket.openedAt;
  const fresh = deadlinesOf(category, from, calendar);
  if (rule(category).hours !== undefined || rule(ticket.category).hours !== undefined) return fresh;
  const paused = workingDaysBetween(deadlinesOf(ticket.category, from, calendar).resolveBy, ticket.resolveBy, calendar);
  return { ...fresh, resolveBy: paused > 0 ? addWorkingDays(fresh.resolveBy, paused, calendar) : fresh.resolveBy };
}

/**
 * Throws TICKET_UNKNOWN when an amendment takes a ticket out of a lane of marked officers although its maker looked
 * before the ticket entered that lane: only an officer who saw the ticket there takes it out.
 */
function checkLane({ number, category }: Ticket, { now, was }: TicketEvent & { type: "amend" }): void {
  const leaves = now.category !== undefined && now.category !== category && rule(category).onlyMarked !== undefined;
  if (leaves && was?.category !== category) throw new AppError("TICKET_UNKNOWN", `no such ticket: ${number}`);
}

/**
 * Returns the ticket with its head corrected. The event keeps the old and the new values; a change of place, category or
 * lane has the ticket routed again.
 */
export function amended(ticket: Ticket, event: TicketEvent & { type: "amend" }): Ticket {
  const { nik, kk, name, category = ticket.category, ...changes } = event.now;
  const before = headOf(ticket);
  const was = Object.fromEntries(Object.keys(event.now).map((key) => [key, before[key as keyof Head]]));
  checkLane(ticket, event);
  const kept = { ...event, was: maskedHead(was), now: maskedHead(event.now) };
  const person = { ...ticket.person, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}), ...(name ? { name } : {}) };
  // An officer decides only on what they have read: if entries came since, the ticket stays in doubt.
  const isDecided = changes.sensitive || (changes.sensitive === false && ticket.events.length <= (event.seen ?? -1));
  const next: Ticket = {
    ...(isDecided ? unlessDoubted(ticket) : ticket),
    ...changes,
    category,
    kind: rule(category).kind,
    sensitive: changes.sensitive ?? (ticket.sensitive || becomesConfidential(ticket.category, category)),
    person,
    mentioned: ticket.mentioned.filter(({ number }) => number !== person.nik && number !== person.kk),
    events: [...ticket.events, kept],
  };
  if (next.sensitive) delete next.doubt;
  const moves = ROUTES.some((part) => next[part] !== ticket[part]);
  if (!moves) return next;
  const { officer: _, beside: __, ...free } = next;
  return { ...free, news: true };
}
