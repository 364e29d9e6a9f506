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

/** Messages that could not be answered or read. Each is kept until it is put back, dropped or expired. */
export type DeadLetters = {
  /** Keeps an authentic call that cannot be read as a dead letter. */
  recordUnreadable(from: Pick<Contact, "channel" | "account">, id: string, raw: string, reason: string): Promise<void>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /**
   * Makes a dead letter pending again and returns its conversation; `undefined` if there is no such dead letter or
   * nobody can read it.
   */
  retryDeadLetter(key: MessageKey): Promise<string | undefined>;
  /** Erases a dead letter; returns whether there was one. */
  dropDeadLetter(key: MessageKey): Promise<boolean>;
};
