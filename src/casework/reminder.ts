import { rule } from "./category.ts";
import { addWorkingDays, type Calendar, calendarOf, workingDayBefore } from "./deadline.ts";
import { nextNotice } from "./notice.ts";
import { nextNudge } from "./open-question.ts";
import { runningClock, type Ticket } from "./ticket.ts";

const DAY = 86_400_000;

/** When an officer is next told of a clock: a working day before it runs out (a day, where it runs by the calendar), and when it has: then once a working day until it is met. Ms since 1970. */
export function nextReminder(
  ticket: Ticket,
  calendars: Calendar,
): { at: number; due: number; late: boolean } | undefined {
  const calendar = calendarOf(ticket.district, calendars);
  const due = runningClock(ticket);
  if (due === undefined) return undefined;
  const told = ticket.events.filter((event) => event.type === "remind" && event.due === due);
  const last = told.findLast((event) => event.type === "remind" && event.late);
  if (last) return { at: addWorkingDays(last.at, 1, calendar), due, late: true };
  const early = rule(ticket.category).hours === undefined ? workingDayBefore(due, calendar) : due - DAY;
  const waits = ticket.waitingSince !== undefined; // whoever has to decide has waited long enough
  if (told.length > 0 || waits || early <= ticket.openedAt) return { at: due, due, late: true };
  return { at: early, due, late: false };
}

/** When somebody is next to be told of a ticket, an officer or its citizen, in ms; `undefined` for never. */
export function nextWakeUp(ticket: Ticket, calendar: Calendar): number | undefined {
  const clocks = [nextReminder(ticket, calendar)?.at, nextNudge(ticket, calendar)]
    .filter((at) => at !== undefined)
    .map((at) => Math.max(at, ticket.quietUntil ?? 0));
  const notice = nextNotice(ticket);
  const moments = notice === undefined ? clocks : [...clocks, notice];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
