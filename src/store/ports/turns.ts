import type { Effect } from "../../effects/index.ts";
import type { Contact, Content, InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";
import type { OpenSend } from "./outbox.ts";

/** A conversation held by one worker, with its next message opened. */
export type OpenTurn = {
  conversation: string;
  /** Any later write under an older fence is refused. */
  fence: number;
  contact: Contact;
  /** As it was stored; the conversation parses and migrates it. */
  session: unknown;
  key: MessageKey;
  message: InboundMessage;
  /** How often this message has been opened, this time included. */
  attempts: number;
  recordedAt: number;
  /** What the store needs back with it. Whoever holds it hands it back and never reads it. */
  handle?: unknown;
};

export type TurnResult = {
  session: unknown;
  /** In order; the store gives them ids that follow from the message's. */
  replies: OutboundBody[];
  effects: Effect[];
  /** The message's content with its numbers masked, where it holds any; takes the place of the original. */
  masked?: Content;
  /** `dead` keeps the original in the dead letters instead. */
  outcome: "handled" | "dead";
  reason?: string;
  /** When the session is to lose its numbers if nothing more is said, in ms; absent: it holds none. */
  stripAt?: number;
};

export type Committed = { next?: OpenTurn; send?: OpenSend };

export type Turns = {
  /** Takes the conversation's lease and opens its first pending message; `undefined` when taken or nothing is pending. */
  openTurn(conversation: string): Promise<OpenTurn | undefined>;
  /**
   * Writes everything together, then opens the next pending message or lets the lease go. With `open`, a store that can
   * do it in the same write also takes the sending lease for the first reply. Rejects with LEASE_LOST; after anything
   * else the lease is still the worker's, who leaves it.
   */
  commitTurn(turn: OpenTurn, result: TurnResult, open?: boolean): Promise<Committed>;
  /** What waits behind an open turn: ms since the newest came, 0 or more where no clock was set back, and the next of them. */
  behind(turn: OpenTurn): Promise<{ quiet: number; next?: Content }>;
  /** Lets go without a result; `countAttempt` false gives the attempt back. */
  leaveTurn(turn: OpenTurn, countAttempt: boolean): Promise<void>;
};
