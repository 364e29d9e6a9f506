import type { mongo } from "mongoose";
import type { LoggedChange } from "../../casework/change.ts";
import type { Watched } from "./clock.ts";

/** A message that is still to be sent. Times are in ms by the server's clock. */
export type Outgoing = {
  id: string;
  sealed: Uint8Array;
  state: "pending" | "sending" | "waiting";
  mass: boolean;
  /** Kept after it has ended, to be found by its id: for receipts and officers' answers. */
  tracked: boolean;
  /** Its channel shows the history of the chat. */
  live: boolean;
  attempts: number;
  unknown: number;
  /**
   * The message is not sent before this time. `from` is when that was written: if it lies in the future, the clock was
   * set back, and the message is due.
   */
  notBefore: number;
  from: number;
  createdAt: number;
  /** The turn's fencing token when its sending began: a higher one means that the citizen has written since. */
  turn: number;
  code: string | null;
};

/** A message whose turn is committed, while its own record may still be pending. */
export type Handled = {
  key: string;
  /** Counts how often a dead letter was put back: each time it is to be answered again. */
  round: number;
  state: "handled" | "dead";
  at: number;
  reason: string | null;
  /** The message with its numbers masked; `null` if the original stays. */
  sealed: Uint8Array | null;
};

/** One chat, with everything that one commit writes together. */
export type ConversationDoc = {
  _id: string;
  channel: string;
  account: string;
  contact: Uint8Array;
  reachable: boolean;
  /**
   * When the citizen last wrote, in ms since 1970 by the platform's clock, on channels where that matters. Absent or
   * null: not known; 0: the platform says that the window is closed. `heardAt` is written when a turn ends, so it is
   * out of date while a turn is held.
   */
  heardAt?: number | null;
  session: Uint8Array | null;
  /**
   * `stirred`: another worker wanted the turn while it was held, so its owner looks for messages again. `opens`: turns
   * begun since the last commit. `by`: the process that took the lease last. `watched`: since when other workers wait
   * for the lease.
   */
  turn: { fence: number; held: boolean; stirred: boolean; opens: number; by?: string; watched?: Watched };
  handled: Handled[];
  /** Committed effects that may not be applied yet. */
  effects: { id: string; sealed: Uint8Array }[];
  send: { fence: number; held: boolean; by?: string; watched?: Watched };
  /** Messages in the order of sending; only the first one can be `sending`. */
  out: Outgoing[];
  /** Messages that wait until the citizen writes. */
  waiting: Outgoing[];
  /** When the first message of `out` may be sent; null if there is nothing to send. */
  due: { at: number; from: number } | null;
  /** The chat rests, since a process that worked on it had not switched on its account. */
  rests?: boolean;
  /** When the numbers of a resting session are to be removed; null or absent if the session has none. */
  stripAt?: number | null;
  /**
   * Since when the chat is to be forgotten (`forgetAt`), and since when its citizen wants no mass notices
   * (`withdrawnAt`).
   */
  forgetAt?: number;
  withdrawnAt?: number;
};

/** `done`: the document records a move of a chat that is complete; its `_id` names the move. */
type IdentityDoc = { _id: string; conversation: string; done?: boolean };

export type InboundDoc = {
  _id: string;
  conversation: string | null;
  channel: string;
  live: boolean;
  order: number;
  sealed: Uint8Array;
  state: "pending" | "handled" | "dead";
  /** How many turns of this message ended without a commit. */
  attempts: number;
  round: number;
  recordedAt: number;
  /** The message is not answered before this time; absent: at once. */
  notBefore?: number;
  handledAt: number | null;
  reason: string | null;
};

/** A message whose sending has ended and that may be looked up again. */
export type OutboundDoc = {
  _id: string;
  conversation: string;
  sealed: Uint8Array;
  state: "sent" | "delivered" | "read" | "failed" | "unknown";
  mass: boolean;
  tracked: boolean;
  live: boolean;
  attempts: number;
  unknown: number;
  createdAt: number;
  endedAt: number;
  turn: number;
  code: string | null;
};

/** The fields of an office's part of a ticket by which the store can search. */
type PartColumn = { no: number; office: string; officer: string | null; phase: string; dueAt: number | null };

export type TicketDoc = {
  _id: string;
  /** The ticket's version. */
  revision: number;
  district: string;
  category: string;
  area: string | null;
  open: boolean;
  lateAt: number | null;
  remindAt: number | null;
  /** When the question that waits for its citizen was asked. */
  askedAt: number | null;
  conversation: string | null;
  person: string | null;
  openedAt: number;
  news: boolean;
  /**
   * The keys by which lists find the ticket, and the officers who never find it. Absent in a ticket of an older release
   * until a start has filled them in.
   */
  keys?: string[];
  barred?: string[];
  /** Blind indexes of the words by which the ticket is found; absent if `keys` is absent. */
  terms?: string[];
  files: boolean;
  /** The ticket's parts; absent in tickets of an older release. For a part that has ended, `dueAt` is null. */
  parts?: PartColumn[];
  /** When the ticket's mentioned numbers are to be erased; absent in tickets of an older release. */
  eraseAt?: number | null;
  /** The head. The ticket's thread has `length` entries, which are documents of `entry`. */
  sealed: Uint8Array;
  length?: number;
  /** Entries that are not in `entry` yet, or only in an older form. */
  arriving?: Entry[];
  /**
   * Null if the thread is in `entry`. Release 0.2.0 kept the whole thread here, older releases kept it in `sealed`. A
   * process of these releases that still runs fails on null, so it does not take this for a ticket without a thread.
   */
  entries?: { name: string; sealed: Uint8Array }[] | null;
  /** Messages to the citizen that are not in their chat yet. */
  unsent?: { id: string; sealed: Uint8Array; mass: boolean; at: number }[];
  /** Changes that are not in the log yet, in order. */
  unlogged?: LoggedChange[];
};

/**
 * An entry of a thread, named NUMBER/PLACE. `revision` is the revision that the ticket got when the entry was last
 * written. `key` is the keyed hash of the event's id, by which a repeated event is found; entries of an older release
 * have none.
 */
export type Entry = { name: string; revision: number; key?: string; sealed: Uint8Array };
export type EntryDoc = Omit<Entry, "name"> & { _id: string };

/** A change in the log, at the place that its `_id` is. */
export type ChangeDoc = LoggedChange & { _id: number };

type FileDoc = { _id: string; sealed: Uint8Array };
/**
 * Names the live generation; it names none until the first import is published. `building`: the generation that an
 * import is writing.
 */
export type GenerationDoc = {
  _id: string;
  id?: string;
  asOf?: string;
  rows?: number;
  importedAt?: number;
  valid?: number;
  unread?: number;
  desils?: number;
  building?: { id: string; beat: number };
};
export type RowDoc = { n: string; k?: string; h: string; s: Uint8Array };
/** Numbers typed on a number page. `tried`: the last message with a wrong code; `taken`: the message that opened them. */
type HeldDoc = {
  _id: string;
  conversation: string;
  code: string;
  state: "held" | "taken" | "void";
  tries: number;
  tried: string | null;
  taken: string | null;
  until: number;
  sealed: Uint8Array;
};
/** A message that was not understood. `chosen`: the label of the meaning that its citizen chose. */
export type CandidateDoc = {
  _id: string;
  conversation: string;
  district: string;
  at: number;
  chosen: string | null;
  labelled: boolean;
  sealed: Uint8Array;
};
/** `by`: the values of `once` that were counted. */
type CounterDoc = { _id: string; count: number; until: number; by?: string[] };
type SerialDoc = { _id: string; last: number };
type ReservedDoc = { _id: string; serial: number | null; reservedAt: number };
export type OfficerDoc = { _id: string; district: string; token: string | null; sealed: Uint8Array };
type AuditDoc = { _id: number; entry: string };
type MetaDoc = { _id: string; value: number | string };

export type Collections = {
  conversation: mongo.Collection<ConversationDoc>;
  identity: mongo.Collection<IdentityDoc>;
  inbound: mongo.Collection<InboundDoc>;
  outbound: mongo.Collection<OutboundDoc>;
  ticket: mongo.Collection<TicketDoc>;
  entry: mongo.Collection<EntryDoc>;
  change: mongo.Collection<ChangeDoc>;
  file: mongo.Collection<FileDoc>;
  generation: mongo.Collection<GenerationDoc>;
  counter: mongo.Collection<CounterDoc>;
  held: mongo.Collection<HeldDoc>;
  candidate: mongo.Collection<CandidateDoc>;
  serial: mongo.Collection<SerialDoc>;
  reserved: mongo.Collection<ReservedDoc>;
  officer: mongo.Collection<OfficerDoc>;
  audit: mongo.Collection<AuditDoc>;
  meta: mongo.Collection<MetaDoc>;
};
