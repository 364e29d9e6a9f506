import type { BacklogPatience } from "./backlog.ts";

/** In ms. Each known failure of the library has a limit. */
export type Patience = BacklogPatience & {
  /** From the start, or from the scan of a code. The library's event `ready` may never come. */
  ready: number;
  /** A code is valid for 20 s. Without a new code in this time, the library has stopped making codes. */
  code: number;
  send: number;
  look: number;
  lookLimit: number;
  /**
   * Each further pause is twice as long, up to `longestPause`. After a session was ready for `settled`, the next pause
   * is `pause` again.
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
