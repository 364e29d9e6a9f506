import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/** An HMAC of channel, account and platform id. */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /** Present only with `open`, and only if the chat had no worker and no other pending message. */
  turn?: OpenTurn;
};

export type Inbox = {
  /** Records each message durably and once, in the given order. `fresh` is false if the message was recorded before. */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
