import type { Recipient } from "./recipient.ts";

type Ranked = Pick<Recipient, "desil" | "period">;

/** Returns the desil of the newest quarter, or no desil if the rows of this quarter differ. */
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

export const doDesilsDiffer = (rows: readonly Ranked[]): boolean =>
  rows.some(({ desil }) => desil !== undefined) && newestDesil(rows).desil === undefined;
