import type { Content } from "../../vocabulary/message.ts";

/** `seal` differs after every write. */
export type StoredSession = { conversation: string; session: unknown; seal: string };

export type ChatRecords = {
  said: { at: number; content: Content }[];
  answered: { id: string; at: number; text: string }[];
  missed: { at: number; text: string }[];
};

export type ChatData = {
  restedSessions(limit: number): Promise<StoredSession[]>;
  sessionOf(conversation: string): Promise<unknown>;
  storedSession(conversation: string): Promise<StoredSession | undefined>;
  /** Returns false, and writes nothing, if the stored session has changed since the caller read it. */
  replaceSession(stored: StoredSession, stripAt?: number): Promise<boolean>;
  chatRecords(conversation: string): Promise<ChatRecords>;
  markForgotten(conversation: string): Promise<number>;
  forgottenChats(limit: number): Promise<{ conversation: string; at: number }[]>;
  /** Drops messages, answers and candidates up to `until` (ms), except messages that wait to be answered or sent. */
  eraseChat(conversation: string, until: number): Promise<number>;
  /** Drops the address and all names of a marked chat. Returns false if it drops nothing. */
  eraseContact(conversation: string): Promise<boolean>;
  withdrawConsent(conversation: string): Promise<void>;
};
