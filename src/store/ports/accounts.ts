/** What waits in the chats of one account of ours; `unanswered` and `oldest` as `backlog` has them. */
export type AccountWaiting = {
  channel: string;
  account: string;
  inbound: number;
  outbound: number;
  unanswered: number;
  oldest: number;
};

/** What waits by account, for accounts that are not on any more. */
export type Accounts = {
  /** Accounts in whose chats anything waits. */
  waitingByAccount(): Promise<AccountWaiting[]>;
  /**
   * Sets aside all that waits in the chats of an account that no process serves: messages become dead letters, replies end
   * as failed. Returns how many of each.
   */
  setAside(account: Pick<AccountWaiting, "channel" | "account">): Promise<{ inbound: number; outbound: number }>;
};

/** Why a message is a dead letter that was set aside. */
export const OFF = "channel is off";
