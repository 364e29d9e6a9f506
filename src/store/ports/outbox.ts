import type { ErrorCode } from "../../vocabulary/errors.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import type { OutboundBody, OutboundMessage } from "../../vocabulary/message.ts";

/** The first due message of a conversation, with the conversation's sending lease. */
export type OpenSend = {
  conversation: string;
  fence: number;
  message: OutboundMessage;
  /**
   * `unknown` counts earlier attempts that may have reached the citizen. `attempts` counts all attempts with this one.
   */
  unknown: number;
  attempts: number;
  /** The age of the message in ms. */
  age: number;
  /**
   * When the citizen last wrote, in ms since 1970 by the platform's clock; 0 if the window is closed. Absent if
   * unknown, or if the channel has no window.
   */
  heardAt?: number;
  /** The store needs this value back. The caller never reads it. */
  handle?: unknown;
};

export type SendResult =
  | { state: "sent" }
  /**
   * The message was not sent and is tried again after `after` ms. `tried` is false if the platform was not called.
   * `off` is true if the account is off in this process; `wakeRestingChats` ends the pause.
   */
  | { state: "again"; after: number; tried: boolean; code?: string; off?: true }
  /**
   * The message may have been sent and is tried again after `after` ms. A mass notice is not tried again but ends as
   * `unknown`.
   */
  | { state: "unknown"; after: number; code: string }
  /**
   * The message waits until the citizen's next message. `tried` is true if the platform itself refused the message, so
   * that the window is closed.
   */
  | { state: "waiting"; code: string; tried: boolean }
  | { state: "failed"; code: string };

/** Messages to send, in order and by one sender at a time in each conversation. */
export type Outbox = {
  /**
   * Takes the conversation's sending lease and its first due message. Returns `undefined` if another sender has the
   * lease or no message is due.
   */
  openSend(conversation: string): Promise<OpenSend | undefined>;
  /**
   * Writes the result of a send. After `sent` and `failed` opens the next due message, otherwise releases the lease.
   * Rejects with LEASE_LOST if another sender has the lease. After STORE_UNAVAILABLE the sender may report the result
   * again.
   */
  closeSend(send: OpenSend, result: SendResult): Promise<OpenSend | undefined>;
  /**
   * Adds a message to a chat outside any turn, and returns the message's full id. A second call with the same `id`
   * changes nothing.
   */
  addOutbound(conversation: string, id: string, body: OutboundBody): Promise<string>;
  /**
   * Shortens the pause of a chat's first message to at most `most` ms, if the pause is our own back-off (`OWN_PAUSES`).
   * Returns whether the pause became shorter.
   */
  shortenPause(conversation: string, most: number): Promise<boolean>;
  /** Leaves out unknown ids. */
  outboundStates(ids: readonly string[]): Promise<Record<string, { state: OutboundState; code?: string }>>;
};

/** With these codes a pause is our own back-off. With other codes the platform asked for the pause. */
export const OWN_PAUSES: readonly ErrorCode[] = ["CHANNEL_BUSY", "CHANNEL_UNKNOWN"];

/** `id` is the part that the caller of `addOutbound` chooses. */
export const outboundId = (conversation: string, id: string): string => `${conversation}.${id}`;

export const conversationIn = (id: string): string => id.slice(0, Math.max(id.indexOf("."), 0));
