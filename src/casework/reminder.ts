import { rule } from "./category.ts";
import { addWorkingDays, type Calendar, calendarOf, workingDayBefore } from "./deadline.ts";
import { nextNotice } from "./notice.ts";
import { nextNudge } from "./open-question.ts";
import { runningClocks, type Ticket } from "./ticket.ts";

const DAY = 86_400_000;
/** Working days after which an officer is reminded again of a clock that has run out. */
const LATE_AGAIN = 1;

/** When somebody is told of a clock that runs out at `due`, ms since 1970; `part` is the number of the part whose it is. */
type Reminder = { at: number; due: number; late: boolean; part?: number };
type Running = ReturnType<typeof runningClocks>[number];

/**
 * Returns when the service next reminds an officer of a clock: a working day before the clock runs out (a day, where it counts
 * hours), when it has run out, and then once a working day until the officer has acted.
 */
export function nextReminder(ticket: Ticket, calendars: Calendar): Reminder | undefined {
  const calendar = calendarOf(ticket.district, calendars);
  const [next] = runningClocks(ticket)
    .map((clock) => reminderOf(ticket, clock, calendar))
    .sort((a, b) => a.at - b.at);
  return next;
}

function reminderOf(ticket: Ticket, clock: Running, calendar: Calendar): Reminder {
  const { due, part } = clock;
  const told = ticket.events.filter((event) => event.type === "remind" && event.due === due && event.part === part);
  const last = told.findLast((event) => event.type === "remind" && event.late);
  if (last) return { ...clock, at: addWorkingDays(last.at, LATE_AGAIN, calendar), late: true };
  const early = rule(ticket.category).hours === undefined ? workingDayBefore(due, calendar) : due - DAY;
  const waits = ticket.waitingSince !== undefined; // the officer who has to decide has waited long enough
  const begun = ticket.parts.find(({ no }) => no === part)?.since ?? ticket.openedAt;
  if (told.length > 0 || waits || early <= begun) return { ...clock, at: due, late: true };
  return { ...clock, at: early, late: false };
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
