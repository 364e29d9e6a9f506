import type { mongo } from "mongoose";

/** The server's time in ms since 1970. */
export type Clock = {
  now(): number;
  /** Returns the ms since `moment`, but at most the ms since the last jump of the server's clock. */
  since(moment: number): number;
  set(): Promise<void>;
};

/** In ms. If the clocks differ by more, an operator has set the server's clock. */
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

/** `since`: when another worker began to wait for the lease. */
export type Watched = { fence: number; since: number };
type Held = { fence: number; watched?: Watched };

export const watchedBy = (lease: "turn" | "send", now: number): unknown => ({
  $cond: [
    {
      $and: [
        { $eq: [`$${lease}.watched.fence`, `$${lease}.fence`] },
        { $lte: [`$${lease}.watched.since`, now] }, // This is false if an operator has set the server's clock back.
      ],
    },
    `$${lease}.watched`,
    { fence: `$${lease}.fence`, since: now },
  ],
});

export const isAbandoned = ({ fence, watched }: Held, clock: Clock, length: number): boolean =>
  watched?.fence === fence && clock.since(watched.since) > length;
