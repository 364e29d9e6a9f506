import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/**
 * Names a message in logs and in the ids of its replies and effects. It is an HMAC of channel, account and platform id.
 */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /**
   * The turn of the chat, opened with this message. Present only with `open`, and only if no worker held the chat and
   * no other message waited.
   */
  turn?: OpenTurn;
};

/** Records messages as they arrive, each once. */
export type Inbox = {
  /**
   * Records messages durably, each once, and returns them in the given order. `fresh` is false for a message that was
   * recorded before. `open`: the store may also open the turn of a chat in the same write. It does so only if no worker
   * holds the chat and no other message waits.
   */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
