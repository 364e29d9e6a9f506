import type { Contact } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";

export type DeadLetter = {
  key: MessageKey;
  conversation?: string;
  channel: string;
  reason: string;
  at: number;
  /** Turns that began and did not end, without the turn that gave the message up. */
  attempts: number;
};

/**
 * Messages that the server could not answer or read. Each stays until an operator puts it back or drops it, or until it
 * expires.
 */
export type DeadLetters = {
  /** Keeps an authentic but unreadable call of a platform as a dead letter. */
  recordUnreadable(from: Pick<Contact, "channel" | "account">, id: string, raw: string, reason: string): Promise<void>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /**
   * Makes a dead letter pending again and returns its conversation. Returns `undefined` if there is no such dead letter
   * or the store cannot read it.
   */
  retryDeadLetter(key: MessageKey): Promise<string | undefined>;
  /** Returns whether the dead letter existed. */
  dropDeadLetter(key: MessageKey): Promise<boolean>;
};
