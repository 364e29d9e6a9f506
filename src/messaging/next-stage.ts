/** The next stage, if it runs in this process. It takes the work that a write has opened, without a wake-up. */
export type NextStage<Opened> = {
  /** Only if this process runs the stage, a write opens work for the stage. */
  isHere(): boolean;
  take(opened: Opened): void;
};
