/** The next stage, if it runs in this process. It takes the work that a write has opened, without a wake-up. */
export type NextStage<Opened> = {
  /** Tells whether this process runs the stage. Only then does a write open work for the stage. */
  isHere(): boolean;
  take(opened: Opened): void;
};
