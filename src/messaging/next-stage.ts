/**
 * The stage that follows a write, in this process: it goes on at once with what the write has opened, without a
 * wake-up.
 */
export type NextStage<Opened> = {
  /** Whether this process runs that stage; only then a write opens something for it. */
  isHere(): boolean;
  take(opened: Opened): void;
};
