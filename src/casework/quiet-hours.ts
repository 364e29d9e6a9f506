import { aheadOf } from "../time.ts";
import type { TimeZone } from "../vocabulary/lists.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** From `BEGINS` to `ENDS` (ms since midnight), the service sends notices and reminders only about people in danger. */
const BEGINS = 21 * HOUR;
const ENDS = 6 * HOUR;

/** Returns the end of the quiet hours if `at` is in the quiet hours of `zone`, otherwise `at` (both in ms). */
export function quietUntil(at: number, zone: TimeZone): number {
  const sinceMidnight = (((at + aheadOf(zone)) % DAY) + DAY) % DAY;
  const midnight = at - sinceMidnight;
  if (sinceMidnight < ENDS) return midnight + ENDS;
  return sinceMidnight >= BEGINS ? midnight + DAY + ENDS : at;
}
