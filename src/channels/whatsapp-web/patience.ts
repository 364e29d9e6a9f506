import type { BacklogPatience } from "./backlog.ts";

/** Ms. Each failure that is known of the library has its watchdog. */
export type Patience = BacklogPatience & {
  /** From the start, or from a scanned code, until it is ready: `ready` may never fire. */
  ready: number;
  /** A code is good for 20 s; one that is not followed by another has stopped being refreshed. */
  code: number;
  send: number;
  /** Between looks at a session that should be connected, and for each look. */
  look: number;
  lookLimit: number;
  /** Before a restart, doubled each time up to the longest; a session that was ready this long begins anew. */
  pause: number;
  longestPause: number;
  settled: number;
};

export const PATIENCE: Patience = {
  ready: 120_000,
  code: 90_000,
  send: 6_000,
  look: 30_000,
  lookLimit: 10_000,
  pause: 5_000,
  longestPause: 300_000,
  settled: 600_000,
  question: 10_000,
  round: 120_000,
  again: 300_000,
  longestAgain: 3_600_000,
};
