import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/** Names a message in logs and in the ids of its replies and effects; an HMAC of channel, account and platform id. */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /**
   * The turn of the chat, opened with this message; only with `open`, and if no worker held the chat and no other
   * message waited.
   */
  turn?: OpenTurn;
};

/** Records messages as they arrive, each once. */
export type Inbox = {
  /**
   * Records messages durably, each once; `fresh` is false for a message that was recorded before. Returns them in the
   * given order. With `open`, a store that can do so in the same write also opens the turn of a chat that no worker
   * held and in which no other message waited.
   */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
