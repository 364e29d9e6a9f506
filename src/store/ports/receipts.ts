import type { Receipt } from "../../vocabulary/message.ts";

export type Receipts = {
  /**
   * Returns the conversations with a message to send again now. A message that the platform gave back is pending again
   * after a pause. A receipt about a closed window closes the window, unless the citizen has written since then.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
