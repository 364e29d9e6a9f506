import type { Receipt } from "../../vocabulary/message.ts";

export type Receipts = {
  /**
   * Moves messages forward (sent, delivered, read), or ends a message as failed. Returns the conversations that have a
   * message to send again now. A receipt that says the window is closed closes it, unless the citizen has written
   * afterwards, and makes its message pending again. A message that the platform gave back is pending again after a
   * pause.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
