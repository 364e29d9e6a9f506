import type { OutboundState } from "../../vocabulary/lists.ts";
import type { OutboundBody, OutboundMessage } from "../../vocabulary/message.ts";

/** A conversation held by one sender, with its first due message marked `sending`. */
export type OpenSend = {
  conversation: string;
  fence: number;
  message: OutboundMessage;
  /** Attempts so far that may have reached the citizen, and attempts in all, this one included. */
  unknown: number;
  attempts: number;
  /** Ms since it was made. */
  age: number;
  /** When the citizen was last heard, ms by the platform's clock, 0 where the platform says that the window is closed; absent: not known, or no matter on this channel. */
  heardAt?: number;
  /** What the store needs back with it. Whoever holds it hands it back and never reads it. */
  handle?: unknown;
};

export type SendResult =
  | { state: "sent" }
  /** Not sent; again after a pause. `tried` false when the platform was not called at all. */
  | { state: "again"; after: number; tried: boolean; code?: string }
  /** Perhaps sent; again after a pause unless it is a mass notice, which then rests as `unknown`. */
  | { state: "unknown"; after: number; code: string }
  /**
   * Waits for the citizen to write: pending again at the latest when their next message is opened. `tried`: the platform
   * itself said so, and the window counts as closed until then.
   */
  | { state: "waiting"; code: string; tried: boolean }
  | { state: "failed"; code: string };

/** What is to be sent: in order, by one sender at a time per conversation. */
export type Outbox = {
  /** Takes the conversation's sending lease and its first due message; `undefined` when taken or nothing is due. */
  openSend(conversation: string): Promise<OpenSend | undefined>;
  /**
   * Writes what became of it; after `sent` and `failed` opens the next due message, else lets the lease go. Rejects with
   * LEASE_LOST. After STORE_UNAVAILABLE the lease is still the sender's, who may tell it again.
   */
  closeSend(send: OpenSend, result: SendResult): Promise<OpenSend | undefined>;
  /** Adds a message to a chat outside any turn; the same `id` twice changes nothing. Returns its whole id. */
  addOutbound(conversation: string, id: string, body: OutboundBody): Promise<string>;
  /** What became of messages, by id; unknown ids are left out. */
  outboundStates(ids: readonly string[]): Promise<Record<string, { state: OutboundState; code?: string }>>;
};
