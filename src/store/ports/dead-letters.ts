import type { Contact } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";

export type DeadLetter = {
  key: MessageKey;
  conversation?: string;
  channel: string;
  reason: string;
  at: number;
  attempts: number;
};

/** Messages that nobody could answer or read; each is kept until it is put back or expires. */
export type DeadLetters = {
  /** Keeps what is authentic and cannot be read, as a dead letter. */
  recordUnreadable(from: Pick<Contact, "channel" | "account">, id: string, raw: string, reason: string): Promise<void>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /** Puts a dead letter back among the pending; returns its conversation, `undefined` when it cannot be read. */
  retryDeadLetter(key: MessageKey): Promise<string | undefined>;
};
