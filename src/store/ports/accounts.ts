/** `unanswered` and `oldest` are ages in ms. */
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
  waitingByAccount(): Promise<AccountWaiting[]>;
  wakeRestingChats(accounts: readonly Account[]): Promise<void>;
  /** Turns the account's pending messages into dead letters, and ends its replies as failed. */
  giveUpWaitingMessages(account: Account): Promise<{ inbound: number; outbound: number }>;
};

export const OFF_REASON = "channel is off";
