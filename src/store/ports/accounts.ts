/**
 * Counts of the waiting messages in the chats of one account of ours. `unanswered` and `oldest` are ages in ms, as in
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

export type Accounts = {
  /** Returns the accounts whose chats have waiting messages. */
  waitingByAccount(): Promise<AccountWaiting[]>;
  /**
   * Wakes the messages (`restTurn`) and replies (`closeSend` with `off`) that rest because one of these accounts was
   * off.
   */
  wakeRestingChats(accounts: readonly Account[]): Promise<void>;
  /**
   * Sets aside all waiting messages in the chats of an account that no process serves, and counts them. Inbound
   * messages become dead letters. Replies end as failed, except in a chat in which a reply is being sent.
   */
  setAside(account: Account): Promise<{ inbound: number; outbound: number }>;
};

/** The reason that `setAside` writes into a dead letter. */
export const OFF_REASON = "channel is off";
