/** The stage takes opened work without a wake-up. */
export type NextStage<Opened> = {
  isHere(): boolean;
  take(opened: Opened): void;
};
