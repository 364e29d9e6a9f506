import type { Receipt } from "../../vocabulary/message.ts";

export type Receipts = {
  /** Returns the conversations with a message to send again now. */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
};
