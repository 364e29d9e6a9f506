import type { Receipt } from "../../vocabulary/message.ts";

/** The reports of platforms on sent messages. */
export type Receipts = {
  /**
   * Moves messages forward: sent, delivered, read. `failed` counts only for a message that is being sent or was sent. A
   * receipt without our id changes nothing. A receipt that says the window is closed closes it, unless the citizen has
   * written since, and makes its message pending again. A message that the platform gave back is pending again after a
   * pause. Returns the conversations that have a message to send again at once.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
