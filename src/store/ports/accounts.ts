/**
 * `inbound` and `outbound` count the messages and replies that wait; `unanswered` and `oldest` are ages
 * (`Upkeep.backlog`).
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
  waitingByAccount(): Promise<AccountWaiting[]>;
  /**
   * Wakes the messages (`restTurn`) and replies (`closeSend` with `off`) that rest because one of the accounts was off.
   */
  wakeRestingChats(accounts: readonly Account[]): Promise<void>;
  /**
   * Turns the account's pending messages into dead letters. Its replies end as failed, except in a chat where a reply
   * is just being sent.
   */
  setAside(account: Account): Promise<{ inbound: number; outbound: number }>;
};

export const OFF_REASON = "channel is off";
