import type { Receipt } from "../../vocabulary/message.ts";

/** The reports of platforms on sent messages. */
export type Receipts = {
  /**
   * Moves sent messages forward: sent, delivered, read; `failed` only from sent. A receipt without our id changes
   * nothing. A receipt that says the window is closed closes it, unless the citizen has written since, and makes its
   * message pending again. Returns the conversations that have a message to send again.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
