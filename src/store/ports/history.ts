import type { Contact, HistoryEntry } from "../../vocabulary/message.ts";

export type History = {
  /** Returns the newest `limit` entries, the oldest first. The chat's channel must show its history. */
  history(contact: Contact, limit: number): Promise<HistoryEntry[]>;
};
