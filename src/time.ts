const HOUR = 3_600_000;

/** The time of all three districts' offices; Indonesia has no summer time. `ahead`: ms ahead of UTC. */
export const WIB = { zone: "Asia/Jakarta", label: "WIB", ahead: 7 * HOUR };

/** The date in WIB as `2026-11-23`. */
export const dateInWib = (at: number): string => new Date(at + WIB.ahead).toISOString().slice(0, 10);
