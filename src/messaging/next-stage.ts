/** The next stage, if this process runs it. The stage takes opened work without a wake-up. */
export type NextStage<Opened> = {
  /** True if this process runs the next stage. The write that makes the work may then also open it. */
  isHere(): boolean;
  take(opened: Opened): void;
};
