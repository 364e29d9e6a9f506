import { aheadOf } from "../time.ts";
import type { Category, TimeZone } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";

/** `holidays` contains days such as `2026-12-25`. */
export type Calendar = {
  holidays: ReadonlySet<string>;
  zones?: ReadonlyMap<string, TimeZone>;
  zone: TimeZone;
};

export const zoneOf = (district: string, { zones, zone }: Calendar): TimeZone => zones?.get(district) ?? zone;

export const calendarOf = (district: string, calendar: Calendar): Calendar => ({
  ...calendar,
  zone: zoneOf(district, calendar),
});

/** Times in ms since 1970. */
export type Deadlines = { firstAnswerBy: number; resolveBy: number };

const DAY = 86_400_000;
const HOUR = 3_600_000;
const CLOSING = 16 * HOUR;

const dayOf = (at: number, { zone }: Calendar): number => Math.floor((at + aheadOf(zone)) / DAY);
const closingOf = (day: number, { zone }: Calendar): number => day * DAY - aheadOf(zone) + CLOSING;
const isoDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function isWorkingDay(day: number, { holidays }: Calendar): boolean {
  const weekday = (day + 4) % 7; // 1 January 1970 was a Thursday
  return weekday !== 0 && weekday !== 6 && !holidays.has(isoDay(day));
}

/** Returns when the offices close on the last of these working days (ms). */
export function addWorkingDays(from: number, days: number, calendar: Calendar): number {
  let day = dayOf(from, calendar);
  for (let left = days; left > 0; ) {
    day += 1;
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  while (!isWorkingDay(day, calendar)) day += 1;
  return closingOf(day, calendar);
}

export function closingTimeBefore(at: number, calendar: Calendar): number {
  let day = dayOf(at, calendar) - 1;
  while (!isWorkingDay(day, calendar)) day -= 1;
  return closingOf(day, calendar);
}

/** Counts the working days after the day of `from`, up to and including the day of `to`. */
export function workingDaysBetween(from: number, to: number, calendar: Calendar): number {
  let days = 0;
  for (let day = dayOf(from, calendar) + 1; day <= dayOf(to, calendar); day += 1)
    if (isWorkingDay(day, calendar)) days += 1;
  return days;
}

export function deadlinesOf(category: Category, openedAt: number, calendar: Calendar): Deadlines {
  const { firstAnswer, resolve, hours, firstHours = hours } = rule(category);
  if (hours !== undefined && firstHours !== undefined) {
    return { firstAnswerBy: openedAt + firstHours * HOUR, resolveBy: openedAt + hours * HOUR };
  }
  return {
    firstAnswerBy: addWorkingDays(openedAt, firstAnswer, calendar),
    resolveBy: addWorkingDays(openedAt, resolve, calendar),
  };
}

export function deadlineAfterPause(deadline: number, pausedAt: number, resumedAt: number, calendar: Calendar): number {
  if (deadline <= pausedAt) return deadline;
  const left = workingDaysBetween(pausedAt, deadline, calendar);
  return Math.max(deadline, addWorkingDays(resumedAt, left, calendar));
}

const OPENING = 8 * HOUR;

/** Returns when the offices open next (ms), or `undefined` during office hours. */
export function officeOpensAt(now: number, calendar: Calendar): number | undefined {
  let day = dayOf(now, calendar);
  if (isWorkingDay(day, calendar) && now < closingOf(day, calendar)) {
    const opens = day * DAY - aheadOf(calendar.zone) + OPENING;
    return now < opens ? opens : undefined;
  }
  do day += 1;
  while (!isWorkingDay(day, calendar));
  return day * DAY - aheadOf(calendar.zone) + OPENING;
}
