import { openCellRate } from "../cell-rate.ts";

/** A rate with bursts: `rate` a second, `burst` at once. A rate of 0 or less means no limit. */
export type Rate = { key: string; rate: number; burst: number };

/**
 * Reserves a send under every rate, or under none if one is full. Returns 0 if it reserved, else the ms to wait before
 * the next try.
 */
export function openPace(now?: () => number) {
  const take = openCellRate(now);
  return (rates: readonly Rate[]): number =>
    take(
      rates.flatMap(({ key, rate, burst }) =>
        rate > 0 ? [{ key, interval: 1_000 / rate, burst: Math.max(burst, 1) }] : [],
      ),
    );
}
