/** What waits in the chats of one account of ours; `unanswered` and `oldest` as `backlog` has them. */
export type AccountWaiting = {
  channel: string;
  account: string;
  inbound: number;
  outbound: number;
  unanswered: number;
  oldest: number;
};

export type Account = Pick<AccountWaiting, "channel" | "account">;

/** What waits by account, for accounts that are not on any more. */
export type Accounts = {
  /** Accounts in whose chats anything waits. */
  waitingByAccount(): Promise<AccountWaiting[]>;
  /**
   * Makes due at once what rests in the chats of these accounts, since they were not on: messages (`restTurn`) and replies
   * (`closeSend` with `off`).
   */
  endRests(accounts: readonly Account[]): Promise<void>;
  /**
   * Sets aside all that waits in the chats of an account that no process serves: messages become dead letters, replies end
   * as failed. Returns how many of each.
   */
  setAside(account: Account): Promise<{ inbound: number; outbound: number }>;
};

/** Why a message is a dead letter that was set aside. */
export const OFF = "channel is off";
