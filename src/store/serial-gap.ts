/**
 * If an old copy of the store is restored, it does not know the ticket numbers that citizens got after the copy was
 * made. The copy would give these numbers to other citizens. So the store notes every few seconds that it is in use.
 * The note in a copy is as old as the copy. A process that finds an old note moves all serials ahead, by as many
 * numbers as can have been given since. A service that was only stopped looks the same and also skips numbers, which
 * harms nobody.
 */
export const IN_USE = "in use";

/**
 * Serials to skip for each second of a gap. A district gives far fewer. This is no upper bound: a machine takes 270
 * messages a second, and the shortest report has four.
 */
export const MOST_A_SECOND = 10;
/**
 * `NOTE_EVERY`: ms between two notes. `NOTE_LATE`: ms without a note after which the store counts as not in use. It is
 * longer than `NOTE_EVERY`, because a note may be late.
 */
export const NOTE_EVERY = 4_000;
export const NOTE_LATE = 15_000;
/** In the first time zone a year begins this much earlier (ms) than in UTC. */
const FIRST_ZONE = 14 * 3_600_000;

/** The times of the last note and of now, in ms since 1970. */
export type Gap = { from: number; to: number };

/** The age of the oldest backup, in ms. The backup's unit keeps backups for `KEEP_DAYS`. */
const OLDEST_COPY = 30 * 86_400_000;

/**
 * Returns the gap that a note leaves. If the clock is behind the note, the age of the copy is unknown. It then counts
 * as older than the oldest copy, by a random time. So if a copy is restored twice with such a clock, it gives different
 * numbers each time.
 */
export const gapOf = (from: number, to: number): Gap =>
  to >= from ? { from, to } : { from, to: from + Math.round(OLDEST_COPY * (1 + Math.random())) };

/**
 * Tells whether there is a gap after a note. The note is older than `patience` ms, or it is so far in the future that
 * no ordinary correction of the clock explains it.
 */
export const isGap = ({ from, to }: Gap, patience = NOTE_LATE): boolean =>
  to - from > patience || from - to > Math.max(patience, NOTE_LATE);

/** Returns how many serials of a year can have been given in a gap. */
export function skippedIn(year: number, { from, to }: Gap): number {
  const since = Math.max(from, Date.UTC(year, 0, 1) - FIRST_ZONE);
  return Math.floor((Math.max(0, to - since) / 1_000) * MOST_A_SECOND);
}

/** Returns the years whose numbers the store can give out during or after a gap, in any time zone. */
export function yearsOf({ from, to }: Gap): number[] {
  const first = Math.max(yearAt(from - FIRST_ZONE), yearAt(to) - 1);
  const last = yearAt(to + FIRST_ZONE);
  return Array.from({ length: Math.max(last - first, 0) + 1 }, (_, index) => first + index);
}

const yearAt = (at: number): number => new Date(at).getUTCFullYear();

/**
 * Names the record that holds how many serials of a year were skipped in all. If a district's series begins later, it
 * begins after them.
 */
export const skippedName = (year: number): string => `serials skipped ${year}`;
