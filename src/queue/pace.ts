import { openCellRate } from "../cell-rate.ts";

/** A limit on sends: `rate` sends a second, of which `burst` may go at once. A rate of 0 or less means no limit. */
export type Rate = { key: string; rate: number; burst: number };

/**
 * Reserves a send under every rate. If one rate is full, reserves nothing and returns the ms to wait; otherwise returns
 * 0.
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
