import { aheadOf } from "../time.ts";
import type { TimeZone } from "../vocabulary/lists.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** In ms since midnight. */
const BEGINS = 21 * HOUR;
const ENDS = 6 * HOUR;

/** During quiet hours, returns when they end, otherwise `at` (ms). */
export function quietUntil(at: number, zone: TimeZone): number {
  const sinceMidnight = (((at + aheadOf(zone)) % DAY) + DAY) % DAY;
  const midnight = at - sinceMidnight;
  if (sinceMidnight < ENDS) return midnight + ENDS;
  return sinceMidnight >= BEGINS ? midnight + DAY + ENDS : at;
}
