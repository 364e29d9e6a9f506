import type { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "./turns.ts";

/** Names a message in logs and in the ids of what follows from it; an HMAC of channel, account and platform id. */
export type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /** The chat's turn, already opened with this message, where that was asked for and the chat was at rest. */
  turn?: OpenTurn;
};

/** Messages as they arrive, each kept once. */
export type Inbox = {
  /**
   * Keeps messages once each, in one durable write; `fresh` is false for one that was kept before. Same order as given.
   * With `open`, a store that can do it in the same write opens the turn of a chat that was at rest.
   */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
};
