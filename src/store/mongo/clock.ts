import type { mongo } from "mongoose";

/** Ms since 1970 by the server's clock, told once a second and carried on by the monotonic one in between. */
export type Clock = {
  now(): number;
  /** Ms since a moment of this clock, counted from its last step at most: a clock put forward makes nothing old. */
  since(moment: number): number;
  set(): Promise<void>;
};

/** Ms; an answer that took longer tells no time, and one that differs by more tells of a clock that was set. */
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

/** Since when a lease of this fence is watched, by the server's clock. */
export type Watched = { fence: number; since: number };
type Held = { fence: number; watched?: Watched };

/** What whoever is kept out by a lease writes beside it: the first to come notes the moment, the rest leave it. */
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

/** Whether a lease's holder is gone: its fence has not moved for `length` ms, whichever processes watched it. */
export const isAbandoned = ({ fence, watched }: Held, clock: Clock, length: number): boolean =>
  watched?.fence === fence && clock.since(watched.since) > length;
