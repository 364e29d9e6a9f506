import type { Recipient } from "./recipient.ts";

type Ranked = Pick<Recipient, "desil" | "period">;

/**
 * Returns the rank of a person who has several rows in a register: the rank of the newest quarter. Returns no rank if
 * rows of that quarter differ, since the rank that was shown could be the wrong one. A row without a quarter counts as
 * older than every row with a quarter.
 */
export function newestDesil(rows: readonly Ranked[]): Ranked {
  const ranked = rows.filter(({ desil }) => desil !== undefined);
  const [newest = ""] = ranked
    .map(({ period = "" }) => period)
    .sort()
    .reverse();
  const [first, ...others] = ranked.filter(({ period = "" }) => period === newest);
  if (first?.desil === undefined || others.some(({ desil }) => desil !== first.desil)) return {};
  return { desil: first.desil, ...(first.period === undefined ? {} : { period: first.period }) };
}

/** Whether the rows name ranks of which none can be told, because rows of the newest quarter differ. */
export const doDesilsDiffer = (rows: readonly Ranked[]): boolean =>
  rows.some(({ desil }) => desil !== undefined) && newestDesil(rows).desil === undefined;
