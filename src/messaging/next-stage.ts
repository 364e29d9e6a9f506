/** A next stage in this process takes opened work without a wake-up. */
export type NextStage<Opened> = {
  /** True if this process runs the next stage. The store may then open the work in the write that makes it. */
  isHere(): boolean;
  take(opened: Opened): void;
};
