import type { mongo } from "mongoose";

/** Ms since 1970 by the server's clock, told once a second and carried on by the monotonic one in between. */
export type Clock = { now(): number; set(): Promise<void> };

export async function serverClock(db: mongo.Db): Promise<Clock> {
  let offset = 0;
  const clock: Clock = {
    now: () => Math.round(performance.now() + offset),
    async set() {
      const asked = performance.now();
      const { localTime } = await db.command({ hello: 1 });
      offset = Number(localTime) - (asked + performance.now()) / 2;
    },
  };
  await clock.set();
  return clock;
}

/**
 * Tells a lease whose holder is gone: its fence has not moved for `length` ms of our own monotonic clock. No two
 * machines' clocks are compared; the worst that a slow look costs is time.
 */
export function openWatch(length: number) {
  const seen = new Map<string, { fence: number; since: number }>();
  const MOST = 10_000;
  return (conversation: string, fence: number): boolean => {
    const now = performance.now();
    const known = seen.get(conversation);
    if (known?.fence === fence) return now - known.since > length;
    if (seen.size >= MOST) for (const [key, { since }] of seen) if (now - since > 2 * length) seen.delete(key);
    seen.set(conversation, { fence, since: now });
    return false;
  };
}
