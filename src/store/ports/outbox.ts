import type { ErrorCode } from "../../vocabulary/errors.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import type { OutboundBody, OutboundMessage } from "../../vocabulary/message.ts";

export type OpenSend = {
  conversation: string;
  fence: number;
  message: OutboundMessage;
  /** `unknown` counts earlier attempts that may have reached the citizen. */
  unknown: number;
  attempts: number;
  /** In ms. */
  age: number;
  /** When the citizen last wrote, in ms since 1970 by the platform's clock; 0 after the platform refused a late message. */
  heardAt?: number;
  /** For the store: the caller hands this value back unchanged. */
  handle?: unknown;
};

export type SendResult =
  | { state: "sent" }
  /**
   * The message was not sent, and is due again after `after` ms.
   * - `tried`: false if this attempt does not count.
   * - `off`: the account is off in this process.
   */
  | { state: "again"; after: number; tried: boolean; code?: string; off?: true }
  /** The message may have been sent. Only a mass notice is not sent again after `after` ms. */
  | { state: "unknown"; after: number; code: string }
  /** `tried`: the platform refused the message because the window is closed. */
  | { state: "waiting"; code: string; tried: boolean }
  | { state: "failed"; code: string };

export type Outbox = {
  /** Returns `undefined` if another sender has the lease or no message is due. */
  openSend(conversation: string): Promise<OpenSend | undefined>;
  /** After `sent` or `failed`, opens the next due message. Rejects with LEASE_LOST if another sender has the lease. */
  closeSend(send: OpenSend, result: SendResult): Promise<OpenSend | undefined>;
  /** Returns the message's full id. */
  addOutbound(conversation: string, id: string, body: OutboundBody): Promise<string>;
  shortenPause(conversation: string, most: number): Promise<boolean>;
  outboundStates(ids: readonly string[]): Promise<Record<string, { state: OutboundState; code?: string }>>;
};

export const SHORTENED_PAUSES: readonly ErrorCode[] = ["CHANNEL_BUSY", "CHANNEL_UNKNOWN"];

export const outboundId = (conversation: string, id: string): string => `${conversation}.${id}`;

export const conversationIn = (id: string): string => id.slice(0, Math.max(id.indexOf("."), 0));
