/** The next stage. If it runs in this process, it takes opened work without a wake-up. */
export type NextStage<Opened> = {
  /** If true, a write also opens the work that this stage does next. */
  isHere(): boolean;
  take(opened: Opened): void;
};
