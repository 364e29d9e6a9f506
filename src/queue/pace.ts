/** A rate with bursts: `rate` a second, `burst` at once; a rate of 0 or less is none. */
export type Rate = { key: string; rate: number; burst: number };

/**
 * Rates by the generic cell rate algorithm: takes a place under all of them or under none. Returns ms to wait before
 * there may be one, 0 when it is taken. `now` in ms of a monotonic clock.
 */
export function openPace(now: () => number = () => performance.now()) {
  const nextFree = new Map<string, number>();
  const PRUNE_AT = 20_000;

  return (rates: readonly Rate[]): number => {
    const at = now();
    const places = rates
      .filter(({ rate }) => rate > 0)
      .map(({ key, rate, burst }) => {
        const interval = 1_000 / rate;
        const free = Math.max(nextFree.get(key) ?? 0, at);
        return { key, next: free + interval, wait: free - (Math.max(burst, 1) - 1) * interval - at };
      });
    const wait = Math.max(0, ...places.map((place) => place.wait));
    if (wait > 0) return Math.ceil(wait);
    if (nextFree.size >= PRUNE_AT) for (const [old, until] of nextFree) if (until <= at) nextFree.delete(old);
    for (const { key, next } of places) nextFree.set(key, next);
    return 0;
  };
}
