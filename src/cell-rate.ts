/** On average, one send every `interval` ms. `burst` sends need no pause. A send counts as `cost` sends. */
export type Rate = { key: string; interval: number; burst: number; cost?: number };

/** At this number of keys, the function forgets the keys that would not wait. */
const PRUNE_AT = 20_000;

/**
 * Returns a function that reserves a send under every rate and returns 0. If one rate allows no send, the function
 * reserves nothing and returns the ms to wait.
 */
export function openCellRate(now: () => number = () => performance.now()) {
  const nextFree = new Map<string, number>();
  let pruneAt = PRUNE_AT;
  return (rates: readonly Rate[]): number => {
    const at = now();
    const freeFrom = (key: string): number => Math.max(nextFree.get(key) ?? 0, at);
    const waits = rates.map(({ key, interval, burst, cost = 1 }) => freeFrom(key) - (burst - cost) * interval - at);
    const wait = Math.max(0, ...waits);
    if (wait > 0) return Math.ceil(wait);
    if (nextFree.size >= pruneAt) {
      for (const [old, until] of nextFree) if (until <= at) nextFree.delete(old);
      pruneAt = Math.max(PRUNE_AT, 2 * nextFree.size);
    }
    for (const { key, interval, cost = 1 } of rates) nextFree.set(key, freeFrom(key) + cost * interval);
    return 0;
  };
}
