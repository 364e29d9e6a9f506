/**
 * A copy of the store that was put back knows nothing of the ticket numbers that were given after it was made, and
 * would give them to other citizens. So the store notes every few seconds that it is in use. The note of a copy is as
 * old as the copy: a process that finds an old note moves all serials ahead, by as many numbers as can have been given
 * since. A service that was only stopped looks the same and skips numbers too, which harms nobody.
 */
export const IN_USE = "in use";

/**
 * Serials that are skipped for each second of a gap: far more than a district gives. This is no upper bound: a machine
 * takes 270 messages a second, and the shortest report has four.
 */
export const MOST_A_SECOND = 10;
/**
 * `NOTE_EVERY`: ms between two notes. `NOTE_LATE`: ms without a note after which the store counts as not in use; it is
 * longer, since a note may be late.
 */
export const NOTE_EVERY = 4_000;
export const NOTE_LATE = 15_000;
/** Ms by which a year begins earlier in the first time zone than in UTC. */
const FIRST_ZONE = 14 * 3_600_000;

/** Ms since 1970 of the last note, and of now. */
export type Gap = { from: number; to: number };

/** Ms: the oldest copy that is kept, by `KEEP_DAYS` of the backup's unit. */
const OLDEST_COPY = 30 * 86_400_000;

/**
 * The gap that a note leaves. If the clock is behind the note, nobody knows how old the copy is: it then counts as
 * older than the oldest copy, by a random time, so that a copy that is put back twice with such a clock gives other
 * numbers each time.
 */
export const gapOf = (from: number, to: number): Gap =>
  to >= from ? { from, to } : { from, to: from + Math.round(OLDEST_COPY * (1 + Math.random())) };

/**
 * Whether the clock is behind a note by more than an ordinary correction of the clock. `patience`: the ms that count as
 * ordinary, at least `NOTE_LATE`.
 */
export const isBehind = (from: number, to: number, patience = NOTE_LATE): boolean =>
  from - to > Math.max(patience, NOTE_LATE);

/** How many serials of a year can have been given in a gap. */
export function skippedIn(year: number, { from, to }: Gap): number {
  const since = Math.max(from, Date.UTC(year, 0, 1) - FIRST_ZONE);
  return Math.floor((Math.max(0, to - since) / 1_000) * MOST_A_SECOND);
}

/** Returns the years whose numbers can be given in a gap or after it, in any time zone. */
export function yearsOf({ from, to }: Gap): number[] {
  const first = Math.max(yearAt(from - FIRST_ZONE), yearAt(to) - 1);
  const last = yearAt(to + FIRST_ZONE);
  return Array.from({ length: Math.max(last - first, 0) + 1 }, (_, index) => first + index);
}

const yearAt = (at: number): number => new Date(at).getUTCFullYear();

/**
 * Names the record that tells how many serials of a year were skipped in all. A district's series that begins later
 * begins behind them.
 */
export const skippedName = (year: number): string => `serials skipped ${year}`;
