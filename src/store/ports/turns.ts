import type { Effect } from "../../effects/index.ts";
import type { Contact, Content, InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import type { MessageKey } from "./inbox.ts";
import type { OpenSend } from "./outbox.ts";

export type OpenTurn = {
  conversation: string;
  /** The store refuses a write with an older token. */
  fence: number;
  contact: Contact;
  /** The session as stored, perhaps in the form of an older release. */
  session: unknown;
  key: MessageKey;
  message: InboundMessage;
  /** How often a turn was opened with this message, including this turn. */
  attempts: number;
  recordedAt: number;
  handle?: unknown;
};

export type TurnResult = {
  session: unknown;
  replies: OutboundBody[];
  effects: Effect[];
  /** The content with masked numbers, which replaces the original content. */
  masked?: Content;
  /** With `dead`, the original message stays as a dead letter. */
  outcome: "handled" | "dead";
  reason?: string;
  /** When the service has to remove the session's numbers (ms since 1970). */
  stripAt?: number;
};

export type Committed = { next?: OpenTurn; send?: OpenSend };

export type Turns = {
  /** Returns `undefined` if another worker has the lease, no message is pending, or the chat rests. */
  openTurn(conversation: string): Promise<OpenTurn | undefined>;
  /**
   * With `open`, a store may also begin to send the first reply. Rejects with LEASE_LOST if another worker has the
   * lease.
   */
  commitTurn(turn: OpenTurn, result: TurnResult, open?: boolean): Promise<Committed>;
  /**
   * - `quiet`: the ms since the chat's newest message.
   * - `next`: the first waiting message after the message of this turn.
   */
  behind(turn: OpenTurn): Promise<{ quiet: number; next?: Content }>;
  leaveTurn(turn: OpenTurn, countAttempt: boolean): Promise<void>;
  restTurn(turn: OpenTurn, rest: number): Promise<void>;
};
