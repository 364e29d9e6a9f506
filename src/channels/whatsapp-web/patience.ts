import type { BacklogPatience } from "./backlog.ts";

/** In ms. Each known failure of the library has its watchdog. */
export type Patience = BacklogPatience & {
  /** From the start, or from the scan of a code, until the session is ready: the library's event `ready` may never come. */
  ready: number;
  /** A code is valid for 20 s. If no other follows for so long, the library has stopped refreshing it. */
  code: number;
  send: number;
  /** `look`: between two looks at a session that should be connected; `lookLimit`: for each look. */
  look: number;
  lookLimit: number;
  /**
   * `pause`: before a restart, doubled each time up to `longestPause`; after a session was ready for `settled` it
   * begins at `pause` again.
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
