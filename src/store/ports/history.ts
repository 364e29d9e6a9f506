import type { Contact, HistoryEntry } from "../../vocabulary/message.ts";

export type History = {
  /** Returns the newest `limit` entries, the oldest first. Only for a channel that shows histories. */
  history(contact: Contact, limit: number): Promise<HistoryEntry[]>;
};
