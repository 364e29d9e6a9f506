import type { Contact, HistoryEntry } from "../../vocabulary/message.ts";

/** What a chat has said and been told, for whoever reads it. */
export type History = {
  /** The newest `limit` entries of a chat whose page watches its history, oldest first. */
  history(contact: Contact, limit: number): Promise<HistoryEntry[]>;
};
