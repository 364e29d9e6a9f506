import { z } from "zod";
import { AppError } from "../vocabulary/errors.ts";
import { type Category, Category as CategorySchema } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { becomesConfidential } from "./closed-lane.ts";
import { addWorkingDays, type Calendar, type Deadlines, deadlinesOf, workingDaysBetween } from "./deadline.ts";
import { unlessDoubted } from "./lane.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** What of a ticket's head can be corrected. In a kept event numbers stand by their last four digits only. */
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

/** A change of these may make it another officer's. */
const ROUTES = ["category", "area", "sensitive", "doubt"] as const;

const headOf = ({ category, area, place, programme, sensitive, person }: Ticket): Head => ({
  category,
  sensitive,
  ...(area ? { area } : {}),
  ...(place ? { place } : {}),
  ...(programme ? { programme } : {}),
  ...person,
});

/** The parts of a head that are not as they were. */
export function changesOf(ticket: Ticket, now: Head): Head {
  const before = headOf(ticket) as Record<string, unknown>;
  // "Not confidential" of a ticket in doubt is the decision that it is harmless.
  if (ticket.doubt) delete before.sensitive;
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => value !== undefined && before[key] !== value));
}

const maskedNumber = (number: string): string => `${"*".repeat(Math.max(number.length - 4, 0))}${number.slice(-4)}`;

/** A head as a thread keeps it. */
export const maskedHead = ({ nik, kk, ...head }: Head): Head => ({
  ...head,
  ...(nik ? { nik: maskedNumber(nik) } : {}),
  ...(kk ? { kk: maskedNumber(kk) } : {}),
});

/** The clocks of another category: what waiting for the citizen has added to the old one is added to the new one too. */
export function clocksOf(ticket: Ticket, category: Category, calendar: Calendar): Deadlines {
  const from = ticket.reopenedAt ?? ticket.openedAt;
  const fresh = deadlinesOf(category, from, calendar);
  if (rule(category).hours !== undefined || rule(ticket.category).hours !== undefined) return fresh;
  const paused = workingDaysBetween(deadlinesOf(ticket.category, from, calendar).resolveBy, ticket.resolveBy, calendar);
  return { ...fresh, resolveBy: paused > 0 ? addWorkingDays(fresh.resolveBy, paused, calendar) : fresh.resolveBy };
}

/**
 * Only whoever saw a ticket in the lane of marked officers takes it out of there: throws TICKET_UNKNOWN where it went
 * into that lane after the amendment's maker had looked.
 */
function checkLane({ number, category }: Ticket, { now, was }: TicketEvent & { type: "amend" }): void {
  const leaves = now.category !== undefined && now.category !== category && rule(category).onlyMarked !== undefined;
  if (leaves && was?.category !== category) throw new AppError("TICKET_UNKNOWN", `no such ticket: ${number}`);
}

/**
 * The ticket with its head corrected: the event keeps what was and what is, the clocks follow the category, and a ticket
 * of another place, category or lane is routed anew.
 */
export function amended(ticket: Ticket, event: TicketEvent & { type: "amend" }, calendar: Calendar): Ticket {
  const { nik, kk, name, category = ticket.category, ...changes } = event.now;
  const before = headOf(ticket);
  const was = Object.fromEntries(Object.keys(event.now).map((key) => [key, before[key as keyof Head]]));
  checkLane(ticket, event);
  const kept = { ...event, was: maskedHead(was), now: maskedHead(event.now) };
  const person = { ...ticket.person, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}), ...(name ? { name } : {}) };
  // Whoever decides knows what they have read; what came since stays in doubt.
  const isDecided = changes.sensitive || (changes.sensitive === false && ticket.events.length <= (event.seen ?? -1));
  const next: Ticket = {
    ...(isDecided ? unlessDoubted(ticket) : ticket),
    ...changes,
    category,
    kind: rule(category).kind,
    sensitive: changes.sensitive ?? (ticket.sensitive || becomesConfidential(ticket.category, category)),
    ...(category === ticket.category ? {} : clocksOf(ticket, category, calendar)),
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
