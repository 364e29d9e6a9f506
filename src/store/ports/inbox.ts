import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/** An HMAC of channel, account and platform id. */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /** Present only with `open`, if no worker had the chat and no other message waited. */
  turn?: OpenTurn;
};

export type Inbox = {
  /**
   * Records each message durably and once, and keeps the given order. `fresh` is false for a message that was recorded
   * before.
   */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
