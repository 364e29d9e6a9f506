import type { Contact } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";

export type DeadLetter = {
  key: MessageKey;
  conversation?: string;
  channel: string;
  reason: string;
  at: number;
  /** How many turns with this message were cut off. */
  attempts: number;
};

export type DeadLetters = {
  /** Keeps a platform's authentic but unreadable request as a dead letter. */
  recordUnreadable(from: Pick<Contact, "channel" | "account">, id: string, raw: string, reason: string): Promise<void>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /** Returns the conversation, or `undefined` for an unknown or unreadable dead letter. */
  retryDeadLetter(key: MessageKey): Promise<string | undefined>;
  dropDeadLetter(key: MessageKey): Promise<boolean>;
};
