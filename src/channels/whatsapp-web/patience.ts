import type { BacklogPatience } from "./backlog.ts";

/** The time limits of a session, in ms. Each known failure of the library has a limit. */
export type Patience = BacklogPatience & {
  /**
   * The longest time from the start, or from the scan of a code, until the session is ready. The library's event
   * `ready` may never come.
   */
  ready: number;
  /** A code is valid for 20 s. If no new code follows within this time, the library has stopped making codes. */
  code: number;
  send: number;
  /**
   * `look` is the pause between two looks at a session that should be connected, `lookLimit` the limit of each look.
   */
  look: number;
  lookLimit: number;
  /**
   * `pause` is the pause before the first restart. Each further pause is twice the last pause, up to `longestPause`.
   * After a session was ready for `settled`, the pauses begin at `pause` again.
   */
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
