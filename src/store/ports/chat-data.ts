import type { Content } from "../../vocabulary/message.ts";

/** `seal` changes at every write. */
export type StoredSession = { conversation: string; session: unknown; seal: string };

export type ChatRecords = {
  said: { at: number; content: Content }[];
  answered: { id: string; at: number; text: string }[];
  missed: { at: number; text: string }[];
};

export type ChatData = {
  /** Returns sessions with numbers that the service has to remove now. */
  restedSessions(limit: number): Promise<StoredSession[]>;
  sessionOf(conversation: string): Promise<unknown>;
  storedSession(conversation: string): Promise<StoredSession | undefined>;
  /** Returns false, and writes nothing, if the stored session has changed since the read. */
  replaceSession(stored: StoredSession, stripAt?: number): Promise<boolean>;
  chatRecords(conversation: string): Promise<ChatRecords>;
  /** Returns the time of the mark (ms). An earlier mark stays. */
  markForgotten(conversation: string): Promise<number>;
  forgottenChats(limit: number): Promise<{ conversation: string; at: number }[]>;
  /**
   * Drops messages, answers and candidates up to `until` (ms). Drops the session too, unless the citizen has written
   * after `until`. Messages that wait to be answered or sent stay.
   */
  eraseChat(conversation: string, until: number): Promise<number>;
  /**
   * Drops the address and every name of a marked chat. Returns false in these cases:
   * - The chat has no mark.
   * - A message of the chat is still stored, or waits to be sent.
   * - The citizen has written after the mark. The function then removes the mark.
   */
  eraseContact(conversation: string): Promise<boolean>;
  withdrawConsent(conversation: string): Promise<void>;
};
