import type { Effect } from "../../effects/index.ts";
import type { Contact, Content, InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";
import type { OpenSend } from "./outbox.ts";

/** A conversation whose lease one worker holds, with its next message. */
export type OpenTurn = {
  conversation: string;
  /** The fencing token: a write under an older one is refused. */
  fence: number;
  contact: Contact;
  /** The session as it was stored; the conversation parses and migrates it. */
  session: unknown;
  key: MessageKey;
  message: InboundMessage;
  /** How many turns have been opened with this message, this turn included. */
  attempts: number;
  recordedAt: number;
  /** What the store needs back from its caller, who never reads it. */
  handle?: unknown;
};

export type TurnResult = {
  session: unknown;
  /** The replies in order; the store derives their ids from the message's. */
  replies: OutboundBody[];
  effects: Effect[];
  /** The message's content with its numbers masked, if it holds any; it replaces the original. */
  masked?: Content;
  /** `dead` keeps the original message as a dead letter. */
  outcome: "handled" | "dead";
  reason?: string;
  /** When the numbers in the session are to be removed if the citizen writes nothing more, in ms since 1970; absent if it holds none. */
  stripAt?: number;
};

export type Committed = { next?: OpenTurn; send?: OpenSend };

export type Turns = {
  /**
   * Takes the conversation's lease and opens its first pending message; `undefined` if another worker has the lease,
   * nothing is pending or the chat rests.
   */
  openTurn(conversation: string): Promise<OpenTurn | undefined>;
  /**
   * Writes everything in one step, then opens the next pending message or releases the lease. With `open`, a store that
   * can do it in the same write also takes the sending lease for the first reply. Rejects with LEASE_LOST; after any
   * other error the worker still has the lease and has to leave it.
   */
  commitTurn(turn: OpenTurn, result: TurnResult, open?: boolean): Promise<Committed>;
  /**
   * Looks at the messages that wait behind an open turn. `quiet`: the ms since the newest message of the chat came,
   * negative only after a clock was set back. `next`: the content of the first message that waits.
   */
  behind(turn: OpenTurn): Promise<{ quiet: number; next?: Content }>;
  /** Releases the lease without a result. With `countAttempt` false the attempt does not count. */
  leaveTurn(turn: OpenTurn, countAttempt: boolean): Promise<void>;
  /**
   * Releases the lease and lets the whole chat rest for `rest` ms, since its account is not switched on here: no turn
   * of the chat is opened until then, unless `endRests` comes first. The attempt does not count.
   */
  restTurn(turn: OpenTurn, rest: number): Promise<void>;
};
