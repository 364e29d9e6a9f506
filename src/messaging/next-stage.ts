/** The stage takes opened work without a wake-up. */
export type NextStage<Opened> = {
  isInThisProcess(): boolean;
  take(opened: Opened): void;
};
