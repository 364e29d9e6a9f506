import type { TimeZone } from "./vocabulary/lists.ts";

const HOUR = 3_600_000;

/** `hours`: how far the zone is ahead of UTC. */
const ZONES: Record<TimeZone, { hours: number; label: string }> = {
  "Asia/Jakarta": { hours: 7, label: "WIB" },
  "Asia/Pontianak": { hours: 7, label: "WIB" },
  "Asia/Makassar": { hours: 8, label: "WITA" },
  "Asia/Jayapura": { hours: 9, label: "WIT" },
};

/** The zone of times that belong to no district. */
export const DEFAULT_ZONE: TimeZone = "Asia/Jakarta";

export function isCalendarDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** In ms. */
export const aheadOf = (zone: TimeZone): number => ZONES[zone].hours * HOUR;

export const zoneName = (zone: TimeZone): string => ZONES[zone].label;

const clockTime = (at: number, zone: TimeZone): string =>
  new Date(at + aheadOf(zone)).toISOString().slice(11, 16).replace(":", ".");

/** Returns a text such as `14.30 WIB`. */
export const clockTimeWithZone = (at: number, zone: TimeZone): string => `${clockTime(at, zone)} ${zoneName(zone)}`;

/** Returns a date such as `2026-11-23`. */
export const dateIn = (at: number, zone: TimeZone): string => new Date(at + aheadOf(zone)).toISOString().slice(0, 10);
