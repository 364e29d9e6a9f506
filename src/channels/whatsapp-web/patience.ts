import type { BacklogPatience } from "./backlog.ts";

/** In ms. */
export type Patience = BacklogPatience & {
  /** The library's event `ready` may never come. */
  ready: number;
  /** A code is valid for 20 s. */
  code: number;
  send: number;
  look: number;
  lookLimit: number;
  /** The pause doubles up to `longestPause`, until a session stays ready for `settled`. */
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
