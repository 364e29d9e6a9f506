/**
 * The next stage, if it runs in this process. It starts at once with the work that a write has opened for it, without a
 * wake-up.
 */
export type NextStage<Opened> = {
  /** Tells whether this process runs that stage. Only then does a write open work for it. */
  isHere(): boolean;
  take(opened: Opened): void;
};
