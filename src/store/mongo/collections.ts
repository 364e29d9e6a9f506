import type { mongo } from "mongoose";
import type { LoggedChange } from "../../casework/change.ts";
import type { ProgrammeCount } from "../../register/recipient.ts";
import type { RowCount } from "../../register/row-count.ts";
import type { Watched } from "./clock.ts";

/** Times are in ms by the server's clock. */
export type Outgoing = {
  id: string;
  sealed: Uint8Array;
  state: "pending" | "sending" | "waiting";
  mass: boolean;
  /** The store keeps the record after the message has ended. */
  tracked: boolean;
  live: boolean;
  attempts: number;
  unknown: number;
  /** `from`: when `notBefore` was written. `notBefore`: when the message is due. */
  notBefore: number;
  from: number;
  createdAt: number;
  /** The fencing token of the chat's last turn at the beginning of this attempt. */
  turn: number;
  code: string | null;
};

/** A message whose turn is committed. */
export type Handled = {
  key: string;
  /** How often an operator put the message back after it became a dead letter. */
  round: number;
  state: "handled" | "dead";
  at: number;
  reason: string | null;
  /** The message with masked numbers; `null` if the store keeps the original. */
  sealed: Uint8Array | null;
};

export type ConversationDoc = {
  _id: string;
  channel: string;
  account: string;
  contact: Uint8Array;
  reachable: boolean;
  /** When the citizen last wrote, in ms since 1970 by the platform's clock; 0 after the window closed. */
  heardAt?: number | null;
  session: Uint8Array | null;
  /**
   * - `stirred`: another worker wanted the turn while it was held.
   * - `opens`: how often a turn was opened since the last commit.
   */
  turn: { fence: number; held: boolean; stirred: boolean; opens: number; by?: string; watched?: Watched };
  handled: Handled[];
  /** Effects of committed turns that the store may not have applied yet. */
  effects: { id: string; sealed: Uint8Array }[];
  send: { fence: number; held: boolean; by?: string; watched?: Watched };
  /** Only the first message can be `sending`. */
  out: Outgoing[];
  waiting: Outgoing[];
  /** When the first message of `out` is due; null if `out` is empty. */
  due: { at: number; from: number } | null;
  rests?: boolean;
  /** When the service must remove the citizen's numbers from the session. */
  stripAt?: number | null;
  /** `forgetAt`: when the desk began to erase the chat (HAPUS). */
  forgetAt?: number;
  withdrawnAt?: number;
};

type IdentityDoc = { _id: string; conversation: string; done?: boolean };

export type InboundDoc = {
  _id: string;
  conversation: string | null;
  channel: string;
  live: boolean;
  order: number;
  sealed: Uint8Array;
  state: "pending" | "handled" | "dead";
  attempts: number;
  round: number;
  recordedAt: number;
  notBefore?: number;
  handledAt: number | null;
  reason: string | null;
};

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

type PartColumn = { no: number; office: string; officer: string | null; phase: string; dueAt: number | null };

export type TicketDoc = {
  _id: string;
  revision: number;
  district: string;
  category: string;
  area: string | null;
  open: boolean;
  lateAt: number | null;
  remindAt: number | null;
  askedAt: number | null;
  conversation: string | null;
  person: string | null;
  openedAt: number;
  news: boolean;
  /** Lists show the ticket to officers with one of `keys`, except to officers in `barred`. */
  keys?: string[];
  barred?: string[];
  terms?: string[];
  files: boolean;
  parts?: PartColumn[];
  /** When the service must erase the numbers in the ticket. */
  eraseAt?: number | null;
  sealed: Uint8Array;
  length?: number;
  arriving?: Entry[];
  /** Null if the thread is in the collection `entry`. */
  entries?: { name: string; sealed: Uint8Array }[] | null;
  unsent?: { id: string; sealed: Uint8Array; mass: boolean; at: number }[];
  unlogged?: LoggedChange[];
};

export type Entry = { name: string; revision: number; key?: string; sealed: Uint8Array };
export type EntryDoc = Omit<Entry, "name"> & { _id: string };

export type ChangeDoc = LoggedChange & { _id: number };

type FileDoc = { _id: string; sealed: Uint8Array };
/** `building`: the generation that an import writes now. */
export type GenerationDoc = {
  _id: string;
  id?: string;
  asOf?: string;
  rows?: number;
  importedAt?: number;
  valid?: number;
  unread?: number;
  desils?: number;
  refused?: RowCount;
  programmes?: string[];
  payments?: ProgrammeCount[];
  building?: { id: string; beat: number };
};
export type RowDoc = { n: string; k?: string; h: string; s: Uint8Array };
/**
 * - `tried`: the last message with a wrong code.
 * - `taken`: the message that opened the numbers.
 */
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
