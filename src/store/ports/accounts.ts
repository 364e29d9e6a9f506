/**
 * Counts of what waits in the chats of one account of ours. `unanswered` and `oldest` mean what they mean in
 * `Upkeep.backlog`.
 */
export type AccountWaiting = {
  channel: string;
  account: string;
  inbound: number;
  outbound: number;
  unanswered: number;
  oldest: number;
};

export type Account = Pick<AccountWaiting, "channel" | "account">;

/** Operations for accounts that are not switched on any more. */
export type Accounts = {
  /** Returns the accounts in whose chats anything waits. */
  waitingByAccount(): Promise<AccountWaiting[]>;
  /**
   * Makes due at once all that rests in the chats of these accounts because they were not switched on: messages
   * (`restTurn`) and replies (`closeSend` with `off`).
   */
  endRests(accounts: readonly Account[]): Promise<void>;
  /**
   * Sets aside all that waits in the chats of an account that no process serves: messages become dead letters, replies end
   * as failed. Returns how many of each.
   */
  setAside(account: Account): Promise<{ inbound: number; outbound: number }>;
};

/** The reason of a dead letter that `setAside` made. */
export const OFF = "channel is off";
