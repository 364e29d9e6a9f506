import { z } from "zod";
import { AppError } from "../vocabulary/errors.ts";
import { type Category, Category as CategorySchema } from "../vocabulary/lists.ts";
import { isOnlyForMarked, rule } from "./category.ts";
import { becomesConfidential } from "./closed-lane.ts";
import { addWorkingDays, type Calendar, type Deadlines, deadlinesOf, workingDaysBetween } from "./deadline.ts";
import { settleDoubt } from "./lane.ts";
import { addToThread, lengthOf } from "./past.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

export const Head = z
  .object({
    category: CategorySchema,
    area: z.string(),
    place: z.string(),
    programme: z.string(),
    sensitive: z.boolean(),
    nik: z.string(),
    kk: z.string(),
    name: z.string(),
  })
  .partial();
export type Head = z.infer<typeof Head>;

const ROUTING_FIELDS = ["category", "area", "sensitive", "doubt"] as const;

const headOf = ({ category, area, place, programme, sensitive, person }: Ticket): Head => ({
  category,
  sensitive,
  ...(area ? { area } : {}),
  ...(place ? { place } : {}),
  ...(programme ? { programme } : {}),
  ...person,
});

export function changesOf(ticket: Ticket, after: Head): Head {
  const before = headOf(ticket) as Record<string, unknown>;
  // `sensitive: false` settles a doubt, so it counts as a change.
  if (ticket.doubt) delete before.sensitive;
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => value !== undefined && before[key] !== value),
  );
}

const maskedNumber = (number: string): string => `${"*".repeat(Math.max(number.length - 4, 0))}${number.slice(-4)}`;

export const maskedHead = ({ nik, kk, ...head }: Head): Head => ({
  ...head,
  ...(nik ? { nik: maskedNumber(nik) } : {}),
  ...(kk ? { kk: maskedNumber(kk) } : {}),
});

/** Adds to `resolveBy` the working days that the ticket waited for its citizen. */
export function clocksOf(ticket: Ticket, category: Category, calendar: Calendar): Deadlines {
  const from = ticket.reopenedAt ?? ticket.openedAt;
  const newClocks = deadlinesOf(category, from, calendar);
  if (rule(category).hours !== undefined || rule(ticket.category).hours !== undefined) return newClocks;
  const pausedDays = workingDaysBetween(
    deadlinesOf(ticket.category, from, calendar).resolveBy,
    ticket.resolveBy,
    calendar,
  );
  return {
    ...newClocks,
    resolveBy: pausedDays > 0 ? addWorkingDays(newClocks.resolveBy, pausedDays, calendar) : newClocks.resolveBy,
  };
}

function checkLane({ number, category }: Ticket, { now, was }: TicketEvent & { type: "amend" }): void {
  const leaves = now.category !== undefined && now.category !== category && isOnlyForMarked(category);
  if (leaves && was?.category !== category) throw new AppError("TICKET_UNKNOWN", `no such ticket: ${number}`);
}

export function applyAmendment(ticket: Ticket, event: TicketEvent & { type: "amend" }): Ticket {
  const { nik, kk, name, category = ticket.category, ...changes } = event.now;
  const before = headOf(ticket);
  const was = Object.fromEntries(Object.keys(event.now).map((key) => [key, before[key as keyof Head]]));
  checkLane(ticket, event);
  const kept = { ...event, was: maskedHead(was), now: maskedHead(event.now) };
  const person = { ...ticket.person, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}), ...(name ? { name } : {}) };
  // An officer who has not read the newest entry cannot settle a doubt with `sensitive: false`.
  const isDecided = changes.sensitive || (changes.sensitive === false && lengthOf(ticket) <= (event.seen ?? -1));
  const corrected: Ticket = {
    ...addToThread(isDecided ? settleDoubt(ticket) : ticket, kept),
    ...changes,
    category,
    kind: rule(category).kind,
    sensitive: changes.sensitive ?? (ticket.sensitive || becomesConfidential(ticket.category, category)),
    person,
    mentioned: ticket.mentioned.filter(({ number }) => number !== person.nik && number !== person.kk),
  };
  if (corrected.sensitive) delete corrected.doubt;
  const needsRouting = ROUTING_FIELDS.some((part) => corrected[part] !== ticket[part]);
  if (!needsRouting) return corrected;
  const { officer: _, beside: __, ...unassigned } = corrected;
  return { ...unassigned, news: true };
}
