import type { Content } from "../../vocabulary/message.ts";

/** `seal` changes at every write. */
export type StoredSession = { conversation: string; session: unknown; seal: string };

/** All stored records of a chat, oldest first. The person whose chat it is may ask for them. */
export type ChatRecords = {
  said: { at: number; content: Content }[];
  answered: { id: string; at: number; text: string }[];
  /** Messages that were not understood. */
  missed: { at: number; text: string }[];
};

export type ChatData = {
  /** Returns rested sessions whose numbers are to be removed now. */
  restedSessions(limit: number): Promise<StoredSession[]>;
  sessionOf(conversation: string): Promise<unknown>;
  storedSession(conversation: string): Promise<StoredSession | undefined>;
  /** If the stored session has changed since the read, writes nothing and returns false. */
  replaceSession(stored: StoredSession, stripAt?: number): Promise<boolean>;
  chatRecords(conversation: string): Promise<ChatRecords>;
  /** Marks a chat to be forgotten with its present content; an earlier mark stays. Returns the time of the mark. */
  markForgotten(conversation: string): Promise<number>;
  /** Returns marked chats whose address is still stored. */
  forgottenChats(limit: number): Promise<{ conversation: string; at: number }[]>;
  /**
   * Drops the messages, answers and candidates up to this time, and the session unless the citizen has written
   * afterwards. Messages that wait to be answered or sent stay. Returns the number of dropped records.
   */
  eraseChat(conversation: string, until: number): Promise<number>;
  /**
   * Drops the address and every name of a marked chat, and returns true. Returns false in these cases:
   * - The chat has no mark.
   * - A message of the chat is still stored, or waits to be sent.
   * - The citizen has written after the mark. In this case the function removes the mark.
   */
  eraseContact(conversation: string): Promise<boolean>;
  /** Stops mass notices to this chat. */
  withdrawConsent(conversation: string): Promise<void>;
};
