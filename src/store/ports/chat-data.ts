import type { Content } from "../../vocabulary/message.ts";

/** A session as it is stored; `seal` tells whether anybody has written it since. */
export type StoredSession = { conversation: string; session: unknown; seal: string };

/** What is kept of a chat, for whoever it is about. Oldest first. */
export type ChatRecords = {
  said: { at: number; content: Content }[];
  answered: { id: string; at: number; text: string }[];
};

/** What a person may ask for of their own chat, and what the sweeper does to chats at rest. */
export type ChatData = {
  /** Sessions that have rested long enough to lose numbers. */
  restedSessions(limit: number): Promise<StoredSession[]>;
  /** A chat's session as its last turn left it. */
  sessionOf(conversation: string): Promise<unknown>;
  storedSession(conversation: string): Promise<StoredSession | undefined>;
  /** Writes a session unless it has been written since; false where it has. */
  replaceSession(stored: StoredSession, stripAt?: number): Promise<boolean>;
  chatRecords(conversation: string): Promise<ChatRecords>;
  /** The chat is to be forgotten as it was at this moment; the first mark stays. Returns the mark. */
  markForgotten(conversation: string): Promise<number>;
  /** Chats that are marked and whose address is still there. */
  forgottenChats(limit: number): Promise<{ conversation: string; at: number }[]>;
  /** Drops what was said and answered up to this moment, and the session. What waits to be sent stays. */
  eraseChat(conversation: string, until: number): Promise<number>;
  /** Drops the address and every name of a marked chat; false where something came or waits, and then the mark goes if it came. */
  eraseContact(conversation: string): Promise<boolean>;
  /** No mass notice reaches this chat any more. */
  withdrawConsent(conversation: string): Promise<void>;
};
