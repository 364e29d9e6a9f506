/** The next stage, if it runs in this process. It takes opened work without a wake-up. */
export type NextStage<Opened> = {
  /** Only then a write opens work for the stage. */
  isHere(): boolean;
  take(opened: Opened): void;
};
