import type { Receipt } from "../../vocabulary/message.ts";

/** The reports of platforms on sent messages. */
export type Receipts = {
  /**
   * Moves messages forward (sent, delivered, read), or ends a message as failed. A receipt without our id changes
   * nothing. Returns the conversations that have a message to send again now.
   *
   * A receipt that says the window is closed closes it, unless the citizen has written afterwards, and makes its
   * message pending again. A message that the platform gave back is pending again after a pause.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
