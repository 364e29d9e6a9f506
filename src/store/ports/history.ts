import type { Contact, HistoryEntry } from "../../vocabulary/message.ts";

/** The messages of chats, for pages that show them. */
export type History = {
  /** Returns the newest `limit` entries of a chat on a channel that shows its history, oldest first. */
  history(contact: Contact, limit: number): Promise<HistoryEntry[]>;
};
