import { openCellRate } from "../cell-rate.ts";

/**
 * At most `rate` sends a second on average. `burst` sends need no pause. With a rate of 0 or less, there is no limit.
 */
export type Rate = { key: string; rate: number; burst: number };

export function openPace(now?: () => number) {
  const take = openCellRate(now);
  return (rates: readonly Rate[]): number =>
    take(
      rates.flatMap(({ key, rate, burst }) =>
        rate > 0 ? [{ key, interval: 1_000 / rate, burst: Math.max(burst, 1) }] : [],
      ),
    );
}
