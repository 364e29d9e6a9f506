import type { ErrorCode } from "../../vocabulary/errors.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import type { OutboundBody, OutboundMessage } from "../../vocabulary/message.ts";

export type OpenSend = {
  conversation: string;
  fence: number;
  message: OutboundMessage;
  /**
   * `attempts` counts all attempts, including this attempt. `unknown` counts earlier attempts that may have reached the
   * citizen.
   */
  unknown: number;
  attempts: number;
  /** The age of the message (ms). */
  age: number;
  /**
   * When the citizen last wrote, in ms since 1970 by the platform's clock.
   * - 0: the window is closed.
   * - Absent: unknown, or a channel without a window.
   */
  heardAt?: number;
  /** For the store: the caller hands this value back unchanged. */
  handle?: unknown;
};

export type SendResult =
  | { state: "sent" }
  /**
   * The message was not sent, and is due again after `after` ms.
   * - `tried`: false if this attempt does not count.
   * - `off`: the account is off in this process. `wakeRestingChats` ends the pause.
   */
  | { state: "again"; after: number; tried: boolean; code?: string; off?: true }
  /** The message may have been sent, and is due again after `after` ms. A mass notice ends as `unknown` instead. */
  | { state: "unknown"; after: number; code: string }
  /**
   * The message waits until the citizen writes. `tried`: the platform refused the message because the window is closed.
   */
  | { state: "waiting"; code: string; tried: boolean }
  | { state: "failed"; code: string };

/** Each conversation sends its messages in order, by one sender at a time. */
export type Outbox = {
  /** Returns `undefined` if another sender has the lease or no message is due. */
  openSend(conversation: string): Promise<OpenSend | undefined>;
  /**
   * After `sent` or `failed`, opens the next due message. After other results, releases the lease. Rejects with
   * LEASE_LOST if another sender has the lease. After STORE_UNAVAILABLE, the sender may report the result again.
   */
  closeSend(send: OpenSend, result: SendResult): Promise<OpenSend | undefined>;
  /** Returns the message's full id. A second call with the same `id` changes nothing. */
  addOutbound(conversation: string, id: string, body: OutboundBody): Promise<string>;
  /**
   * Shortens the pause of a chat's first message to at most `most` ms, but only after a code of `SHORTENED_PAUSES`.
   * Returns whether the pause became shorter.
   */
  shortenPause(conversation: string, most: number): Promise<boolean>;
  /** Leaves out unknown ids. */
  outboundStates(ids: readonly string[]): Promise<Record<string, { state: OutboundState; code?: string }>>;
};

/** After a failed attempt with one of these codes, the citizen's next message may end the pause early. */
export const SHORTENED_PAUSES: readonly ErrorCode[] = ["CHANNEL_BUSY", "CHANNEL_UNKNOWN"];

export const outboundId = (conversation: string, id: string): string => `${conversation}.${id}`;

export const conversationIn = (id: string): string => id.slice(0, Math.max(id.indexOf("."), 0));
