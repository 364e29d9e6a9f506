import type { Content } from "../../vocabulary/message.ts";

/** A session as it is stored; `seal` shows whether it has been written again since. */
export type StoredSession = { conversation: string; session: unknown; seal: string };

/** Everything that is stored of a chat, for the person whose chat it is. Oldest first. */
export type ChatRecords = {
  said: { at: number; content: Content }[];
  answered: { id: string; at: number; text: string }[];
  /** Messages that were not understood, kept to improve the understanding. */
  missed: { at: number; text: string }[];
};

/** What a person may ask for about their own chat, and what the sweeper does with resting chats. */
export type ChatData = {
  /** Sessions that have rested so long that their numbers are to be removed. */
  restedSessions(limit: number): Promise<StoredSession[]>;
  /** The session of a chat after its last turn. */
  sessionOf(conversation: string): Promise<unknown>;
  storedSession(conversation: string): Promise<StoredSession | undefined>;
  /** Writes a session and returns true, unless it has been written again since: then returns false. */
  replaceSession(stored: StoredSession, stripAt?: number): Promise<boolean>;
  chatRecords(conversation: string): Promise<ChatRecords>;
  /** Marks a chat to be forgotten as it is now. A mark that it has already stays. Returns the time of the mark. */
  markForgotten(conversation: string): Promise<number>;
  /** Marked chats whose address is still stored. */
  forgottenChats(limit: number): Promise<{ conversation: string; at: number }[]>;
  /** Drops the messages and answers up to this time, and the session. Messages that wait to be sent stay. */
  eraseChat(conversation: string, until: number): Promise<number>;
  /**
   * Drops the address and every name of a marked chat and returns true. Returns false if a message waits or has come
   * since the mark; in the second case it removes the mark.
   */
  eraseContact(conversation: string): Promise<boolean>;
  /** Stops mass notices to this chat. */
  withdrawConsent(conversation: string): Promise<void>;
};
