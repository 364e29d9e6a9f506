import type { Effect } from "../../effects/index.ts";
import type { Contact, Content, InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";
import type { OpenSend } from "./outbox.ts";

/** The first pending message of a conversation, with the conversation's lease. */
export type OpenTurn = {
  conversation: string;
  /** The fencing token. The store refuses a write with an older token. */
  fence: number;
  contact: Contact;
  /** The session as it was stored. The conversation parses and migrates it. */
  session: unknown;
  key: MessageKey;
  message: InboundMessage;
  /** How many turns were opened with this message, this turn included. */
  attempts: number;
  recordedAt: number;
  /** The store needs this value back. The caller never reads it. */
  handle?: unknown;
};

export type TurnResult = {
  session: unknown;
  replies: OutboundBody[];
  effects: Effect[];
  /**
   * The message's content with its numbers masked, which replaces the original; absent if the content has no numbers.
   */
  masked?: Content;
  /** With `dead`, the original message stays as a dead letter. */
  outcome: "handled" | "dead";
  reason?: string;
  /** When the session's numbers are to be removed, in ms since 1970; absent if the session has no numbers. */
  stripAt?: number;
};

export type Committed = { next?: OpenTurn; send?: OpenSend };

export type Turns = {
  /**
   * Takes the conversation's lease and opens its first pending message. Returns `undefined` if another worker has the
   * lease, no message is pending, or the chat rests.
   */
  openTurn(conversation: string): Promise<OpenTurn | undefined>;
  /**
   * Writes the whole result in one step, and opens the next pending message or releases the lease. With `open`, a store
   * may also begin to send the first reply. Rejects with LEASE_LOST. After any other error the worker has to leave the
   * lease.
   */
  commitTurn(turn: OpenTurn, result: TurnResult, open?: boolean): Promise<Committed>;
  /**
   * Describes the messages that wait after the open turn's message. `quiet` is the time in ms since the chat's newest
   * message; negative only after a clock was set back. `next` is the first message that waits.
   */
  behind(turn: OpenTurn): Promise<{ quiet: number; next?: Content }>;
  /** Releases the lease without a result. `countAttempt` is false if the attempt must not count. */
  leaveTurn(turn: OpenTurn, countAttempt: boolean): Promise<void>;
  /**
   * Releases the lease and makes the whole chat rest for `rest` ms, because its account is off in this process.
   * `wakeRestingChats` ends the rest earlier. The attempt does not count.
   */
  restTurn(turn: OpenTurn, rest: number): Promise<void>;
};
