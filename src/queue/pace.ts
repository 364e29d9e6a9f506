import { openCellRate } from "../cell-rate.ts";

/** A rate with bursts: `rate` a second, `burst` at once; a rate of 0 or less is none. */
export type Rate = { key: string; rate: number; burst: number };

/** Reserves a send under every rate, or under none if one is full. Returns 0 where it reserved, else the ms to wait before the next try. */
export function openPace(now?: () => number) {
  const take = openCellRate(now);
  return (rates: readonly Rate[]): number =>
    take(
      rates.flatMap(({ key, rate, burst }) =>
        rate > 0 ? [{ key, interval: 1_000 / rate, burst: Math.max(burst, 1) }] : [],
      ),
    );
}
