import type { Recipient } from "./recipient.ts";

type Ranked = Pick<Recipient, "desil" | "period">;

/**
 * The rank of a person of whom a register has several rows: that of the newest quarter; none where rows of that quarter
 * differ, since whichever was shown could be the wrong one. A row without a quarter is older than any that has one.
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
