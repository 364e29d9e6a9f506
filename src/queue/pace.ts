/**
 * A rate with bursts (generic cell rate algorithm): `rate` a second, `burst` at once. Returns ms to wait before the
 * next one of `key` may pass, 0 when it passes now. `now` in ms of a monotonic clock.
 */
export function openPace(now: () => number = () => performance.now()) {
  const nextFree = new Map<string, number>();
  const PRUNE_AT = 20_000;

  return (key: string, rate: number, burst: number): number => {
    if (rate <= 0) return 0;
    const interval = 1000 / rate;
    const at = now();
    const free = Math.max(nextFree.get(key) ?? 0, at);
    const wait = free - (Math.max(burst, 1) - 1) * interval - at;
    if (wait > 0) return Math.ceil(wait);
    if (nextFree.size >= PRUNE_AT) for (const [old, until] of nextFree) if (until <= at) nextFree.delete(old);
    nextFree.set(key, free + interval);
    return 0;
  };
}
