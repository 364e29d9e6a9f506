import type { Receipt } from "../../vocabulary/message.ts";

/** What platforms report of messages that were sent. */
export type Receipts = {
  /**
   * Moves sent messages upward: sent, delivered, read; failed only from sent. One without our id is left alone. One that
   * says the window is closed closes it, unless the citizen has written since, and makes its message pending again: the
   * chats where that happened are named.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
