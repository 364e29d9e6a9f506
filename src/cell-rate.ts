/** One rate: `interval` ms lie between two sends, `burst` of them may go at once; a send of a higher `cost` counts as so many. */
export type Place = { key: string; interval: number; burst: number; cost?: number };

/** How many keys we remember before we forget those whose time is over. */
const PRUNE_AT = 20_000;

/**
 * The generic cell rate algorithm. Reserves a send under every rate, or under none if one is full. Returns 0 where it
 * reserved, else the ms to wait before the next try. `now` in ms of a monotonic clock.
 */
export function openCellRate(now: () => number = () => performance.now()) {
  const nextFree = new Map<string, number>();
  let pruneAt = PRUNE_AT;
  return (places: readonly Place[]): number => {
    const at = now();
    const freeFrom = (key: string): number => Math.max(nextFree.get(key) ?? 0, at);
    const waits = places.map(({ key, interval, burst, cost = 1 }) => freeFrom(key) - (burst - cost) * interval - at);
    const wait = Math.max(0, ...waits);
    if (wait > 0) return Math.ceil(wait);
    if (nextFree.size >= pruneAt) {
      for (const [old, until] of nextFree) if (until <= at) nextFree.delete(old);
      pruneAt = Math.max(PRUNE_AT, 2 * nextFree.size);
    }
    for (const { key, interval, cost = 1 } of places) nextFree.set(key, freeFrom(key) + cost * interval);
    return 0;
  };
}
