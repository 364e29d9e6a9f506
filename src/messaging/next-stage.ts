/** The next stage, if it runs in this process: it takes at once what a write has opened for it, without a wake-up. */
export type NextStage<Opened> = {
  /** Whether this process runs that stage; only then a write opens something for it. */
  isHere(): boolean;
  take(opened: Opened): void;
};
