/** A process that finds an old note skips numbers, because a backup may be restored. */
export const IN_USE = "in use";

/** The serials to skip for each second of a gap. */
export const MOST_A_SECOND = 10;
/** In ms. The store notes its use every `NOTE_EVERY`. A note is old after `NOTE_LATE`. */
export const NOTE_EVERY = 4_000;
export const NOTE_LATE = 15_000;
/** In ms; the first time zone is 14 hours ahead of UTC. */
const FIRST_ZONE = 14 * 3_600_000;

/** In ms since 1970. */
export type Gap = { from: number; to: number };

/** In ms; must match `KEEP_DAYS` of the backup's unit. */
const OLDEST_COPY = 30 * 86_400_000;

/** A backup that is restored twice must give different numbers. */
export const gapOf = (from: number, to: number): Gap =>
  to >= from ? { from, to } : { from, to: from + Math.round(OLDEST_COPY * (1 + Math.random())) };

/** Whether the last note is older than `patience` ms. */
export const isGap = ({ from, to }: Gap, patience = NOTE_LATE): boolean =>
  to - from > patience || from - to > Math.max(patience, NOTE_LATE);

export function skippedIn(year: number, { from, to }: Gap): number {
  const since = Math.max(from, Date.UTC(year, 0, 1) - FIRST_ZONE);
  return Math.floor((Math.max(0, to - since) / 1_000) * MOST_A_SECOND);
}

export function yearsOf({ from, to }: Gap): number[] {
  const first = Math.max(yearAt(from - FIRST_ZONE), yearAt(to) - 1);
  const last = yearAt(to + FIRST_ZONE);
  return Array.from({ length: Math.max(last - first, 0) + 1 }, (_, index) => first + index);
}

const yearAt = (at: number): number => new Date(at).getUTCFullYear();

export const skippedName = (year: number): string => `serials skipped ${year}`;
