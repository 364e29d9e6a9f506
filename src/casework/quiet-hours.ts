import { aheadOf } from "../time.ts";
import type { TimeZone } from "../vocabulary/lists.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Times of day in ms since midnight. From `BEGINS` to `ENDS` officers are told of nothing but somebody in danger. */
const BEGINS = 21 * HOUR;
const ENDS = 6 * HOUR;

/**
 * Returns when officers may be notified of something that happens at `at`, in ms: by day at once, by night when the
 * quiet hours of the zone end.
 */
export function quietUntil(at: number, zone: TimeZone): number {
  const sinceMidnight = (((at + aheadOf(zone)) % DAY) + DAY) % DAY;
  const midnight = at - sinceMidnight;
  if (sinceMidnight < ENDS) return midnight + ENDS;
  return sinceMidnight >= BEGINS ? midnight + DAY + ENDS : at;
}
