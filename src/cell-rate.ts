/** `interval` is in ms. `burst`: the number of sends without a pause. */
export type Rate = { key: string; interval: number; burst: number; cost?: number };

const PRUNE_AT = 20_000;

/** The function reserves a send and returns 0, or returns the ms to wait. */
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
