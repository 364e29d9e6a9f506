import type { Contact, HistoryEntry } from "../../vocabulary/message.ts";

export type History = {
  /** Returns the newest `limit` entries, the oldest first. */
  history(contact: Contact, limit: number): Promise<HistoryEntry[]>;
};
