import { rule } from "./category.ts";
import { addWorkingDays, type Calendar, calendarOf, closingTimeBefore } from "./deadline.ts";
import { nextNoticeAt } from "./notice.ts";
import { nextNudgeAt } from "./open-question.ts";
import { pastOf, remindersOf, type WithPast } from "./past.ts";
import { runningClocks, type WithoutThread } from "./ticket.ts";

const DAY = 86_400_000;
/** The working days between two reminders. */
const LATE_AGAIN = 1;

/** Times are in ms since 1970. `part` is absent for the ticket's own clock. */
type Reminder = { at: number; due: number; late: boolean; part?: number };
type RunningClock = ReturnType<typeof runningClocks>[number];
type ReminderFields = WithoutThread & WithPast;

/** The service reminds officers before the end, at the end, and on each late working day. */
export function nextReminder(ticket: ReminderFields, calendars: Calendar): Reminder | undefined {
  const calendar = calendarOf(ticket.district, calendars);
  const [next] = runningClocks(ticket)
    .map((clock) => reminderOf(ticket, clock, calendar))
    .sort((a, b) => a.at - b.at);
  return next;
}

function reminderOf(ticket: ReminderFields, clock: RunningClock, calendar: Calendar): Reminder {
  const { due, part } = clock;
  const reminded = remindersOf(pastOf(ticket), clock);
  if (reminded?.late) return { ...clock, at: addWorkingDays(reminded.late.at, LATE_AGAIN, calendar), late: true };
  const early = rule(ticket.category).hours === undefined ? closingTimeBefore(due, calendar) : due - DAY;
  // The citizen still has time to answer, so officers get no early reminder.
  const waits = ticket.waitingSince !== undefined;
  const startedAt = ticket.parts.find(({ no }) => no === part)?.since ?? ticket.reopenedAt ?? ticket.openedAt;
  if (reminded || waits || early <= startedAt) return { ...clock, at: due, late: true };
  return { ...clock, at: early, late: false };
}

/** Returns when the next reminder or notice is due (ms). */
export function nextWakeUpAt(ticket: ReminderFields, calendar: Calendar): number | undefined {
  const clocks = [nextReminder(ticket, calendar)?.at, nextNudgeAt(ticket, calendar)]
    .filter((at) => at !== undefined)
    .map((at) => Math.max(at, ticket.quietUntil ?? 0));
  const notice = nextNoticeAt(ticket);
  const moments = notice === undefined ? clocks : [...clocks, notice];
  return moments.length > 0 ? Math.min(...moments) : undefined;
}
