/**
 * `inbound` and `outbound` count waiting messages; `unanswered` and `oldest` are ages in ms, as in `Upkeep.backlog`.
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
   * Wakes the messages (`restTurn`) and replies (`closeSend` with `off`) that rest because one of these accounts was
   * off.
   */
  wakeRestingChats(accounts: readonly Account[]): Promise<void>;
  /**
   * Makes dead letters of an account's pending messages. The account's replies end as failed, except in a chat with a
   * reply that is being sent.
   */
  setAside(account: Account): Promise<{ inbound: number; outbound: number }>;
};

export const OFF_REASON = "channel is off";
