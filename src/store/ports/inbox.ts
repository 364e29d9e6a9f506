import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/** An HMAC of channel, account and platform id. */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /** Present only with `open`. */
  turn?: OpenTurn;
};

export type Inbox = {
  /** Records each message durably and once. `fresh` is false if the message was recorded before. */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
