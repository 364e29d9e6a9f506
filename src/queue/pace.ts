import { openCellRate } from "../cell-rate.ts";

/** `rate`: sends a second on average; 0 means no limit. `burst`: how many sends need no pause. */
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
