import type { mongo } from "mongoose";

/** The server's time in ms since 1970: asked once a second, and carried on by our monotonic clock in between. */
export type Clock = {
  now(): number;
  /**
   * Returns the ms since `moment`. Time before the clock's last jump does not count, so that nothing becomes old when
   * somebody sets the server's clock forward.
   */
  since(moment: number): number;
  set(): Promise<void>;
};

/**
 * In ms. An answer that took longer is not used, except the very first; a larger difference means that somebody has set
 * the server's clock.
 */
const MOST = 2_000;

export async function serverClock(db: mongo.Db): Promise<Clock> {
  let offset = Number.NaN;
  let steady = 0;
  const clock: Clock = {
    now: () => Math.round(performance.now() + offset),
    since: (moment) => clock.now() - Math.max(moment, steady),
    async set() {
      const asked = performance.now();
      const { localTime } = await db.command({ hello: 1 });
      const answered = performance.now();
      if (answered - asked > MOST && !Number.isNaN(offset)) return;
      const told = Number(localTime) - (asked + answered) / 2;
      const isStep = Math.abs(told - offset) > MOST;
      offset = told;
      if (isStep) steady = clock.now();
    },
  };
  await clock.set();
  return clock;
}

/** Since when others wait for the lease with this fencing token, by the server's clock. */
export type Watched = { fence: number; since: number };
type Held = { fence: number; watched?: Watched };

/**
 * The note that a worker writes beside a lease that another worker holds: the first worker notes the time, later
 * workers leave that time as it is.
 */
export const watchedBy = (lease: "turn" | "send", now: number): unknown => ({
  $cond: [
    {
      $and: [
        { $eq: [`$${lease}.watched.fence`, `$${lease}.fence`] },
        { $lte: [`$${lease}.watched.since`, now] }, // else the server's clock was set back
      ],
    },
    `$${lease}.watched`,
    { fence: `$${lease}.fence`, since: now },
  ],
});

/** Whether a lease is abandoned: others have waited for it for `length` ms, and its fencing token has not changed. */
export const isAbandoned = ({ fence, watched }: Held, clock: Clock, length: number): boolean =>
  watched?.fence === fence && clock.since(watched.since) > length;
