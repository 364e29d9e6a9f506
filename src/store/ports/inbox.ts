import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/** Names a message in logs and in the ids of its replies and effects; an HMAC of channel, account and platform id. */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /** The turn of the chat, opened with this message; only if `open` asked for it and the chat was at rest. */
  turn?: OpenTurn;
};

/** Records messages as they arrive, each once. */
export type Inbox = {
  /**
   * Records messages in one durable write, each once; `fresh` is false for one that was recorded before. Returns them
   * in the given order. With `open`, a store that can do it in the same write also opens the turn of a chat that was at
   * rest.
   */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
