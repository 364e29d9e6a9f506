import type { Receipt } from "../../vocabulary/message.ts";

/** The reports of platforms on sent messages. */
export type Receipts = {
  /**
   * Moves messages forward (sent, delivered, read), or ends a message that is being sent or was sent as failed. A
   * receipt without our id changes nothing. A receipt that says the window is closed closes it, unless the citizen has
   * written after that, and makes its message pending again. A message that the platform gave back is pending again
   * after a pause. Returns the conversations that have a message to send again now.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
