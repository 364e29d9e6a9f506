import type { TicketDraft, TicketEvent } from "../../casework/ticket.ts";
import type { AuditEntry } from "../../privacy/audit.ts";
import type { Aid, Generation, Recipient, RowKind } from "../../register/recipient.ts";
import type {
  Contact,
  Content,
  HistoryEntry,
  InboundMessage,
  OutboundBody,
  OutboundMessage,
  Receipt,
} from "../../vocabulary/message.ts";
import type { ChatData, Files, Sealing } from "../chat-data.ts";
import type { Held } from "../held.ts";
import type { Limits } from "../limits.ts";
import type { Staff } from "../staff.ts";
import type { Tickets } from "./tickets.ts";

export type { ChatData, ChatRecords, Files, Resealed, Sealing, StoredSession } from "../chat-data.ts";
export type { HeldNumbers } from "../held.ts";
export type { LimitRule, Limits } from "../limits.ts";
export type { Staff } from "../staff.ts";
export type { TicketFilter, Tickets } from "./tickets.ts";

/**
 * What the service remembers. Every operation is one atomic step on a document database as on SQLite, and may be
 * repeated. Any of them rejects with STORE_UNAVAILABLE when the store cannot be reached. Values are sealed inside;
 * callers see clear ones. Durations are in ms and run on the store's clock, never on a caller's.
 */
export type Store = Inbox &
  Turns &
  Outbox &
  Tickets &
  Staff &
  Register &
  Files &
  Limits &
  Held &
  Audit &
  Upkeep &
  Sealing &
  ChatData;

/** Names a message in logs and in the ids of what follows from it; an HMAC of channel, account and platform id. */
type MessageKey = string;

export type Recorded = {
  key: MessageKey;
  conversation: string;
  fresh: boolean;
  /** The chat's turn, already opened with this message, where that was asked for and the chat was at rest. */
  turn?: OpenTurn;
};

/**
 * More about a person's new address. `id`: the platform's message that told of it, so that telling it again changes
 * nothing; `gone`: the addresses that open nothing afterwards, the contact's own where absent; `aliases`: others that lead
 * to the chat as well.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

export type Inbox = {
  /**
   * Keeps messages once each, in one durable write; `fresh` is false for one that was kept before. Same order as given.
   * With `open`, a store that can do it in the same write opens the turn of a chat that was at rest.
   */
  recordInbound(messages: readonly InboundMessage[], open?: boolean): Promise<Recorded[]>;
  /** Keeps what is authentic and cannot be read, as a dead letter. */
  recordUnreadable(from: Pick<Contact, "channel" | "account">, id: string, raw: string, reason: string): Promise<void>;
  /**
   * Moves sent messages upward: sent, delivered, read; failed only from sent. One without our id is left alone. One that
   * says the window is closed closes it, unless the citizen has written since, and makes its message pending again: the
   * chats where that happened are named.
   */
  recordReceipts(receipts: readonly Receipt[]): Promise<string[]>;
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /** The chat of `contact` goes on under `address`, and its old address opens nothing any more. */
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
};

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
};

/** What a turn leaves behind besides its session and replies; each under an id that follows from the message's. */
export type Effect =
  | { type: "open-ticket"; draft: TicketDraft }
  | { type: "add-to-ticket"; number: string; event: TicketEvent };

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

export type OutboundState = "pending" | "sending" | "waiting" | "sent" | "delivered" | "read" | "failed" | "unknown";

/** A conversation held by one sender, with its first due message marked `sending`. */
export type OpenSend = {
  conversation: string;
  fence: number;
  message: OutboundMessage;
  /** Attempts so far that may have reached the citizen, and attempts in all, this one included. */
  unknown: number;
  attempts: number;
  /** Ms since it was made. */
  age: number;
  /** When the citizen was last heard, ms by the platform's clock, 0 where the platform says that the window is closed; absent: not known, or no matter on this channel. */
  heardAt?: number;
};

export type SendResult =
  | { state: "sent" }
  /** Not sent; again after a pause. `tried` false when the platform was not called at all. */
  | { state: "again"; after: number; tried: boolean; code?: string }
  /** Perhaps sent; again after a pause unless it is a mass notice, which then rests as `unknown`. */
  | { state: "unknown"; after: number; code: string }
  /**
   * Waits for the citizen to write: pending again at the latest when their next message is opened. `tried`: the platform
   * itself said so, and the window counts as closed until then.
   */
  | { state: "waiting"; code: string; tried: boolean }
  | { state: "failed"; code: string };

export type Outbox = {
  /** Takes the conversation's sending lease and its first due message; `undefined` when taken or nothing is due. */
  openSend(conversation: string): Promise<OpenSend | undefined>;
  /**
   * Writes what became of it; after `sent` and `failed` opens the next due message, else lets the lease go. Rejects with
   * LEASE_LOST. After STORE_UNAVAILABLE the lease is still the sender's, who may tell it again.
   */
  closeSend(send: OpenSend, result: SendResult): Promise<OpenSend | undefined>;
  /** Adds a message to a chat outside any turn; the same `id` twice changes nothing. Returns its whole id. */
  addOutbound(conversation: string, id: string, body: OutboundBody): Promise<string>;
  /** What became of messages, by id; unknown ids are left out. */
  outboundStates(ids: readonly string[]): Promise<Record<string, { state: OutboundState; code?: string }>>;
  history(contact: Contact, limit: number): Promise<HistoryEntry[]>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** A chat's session as its last turn left it. */
  sessionOf(conversation: string): Promise<unknown>;
  /** The conversation of a contact that has written before. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};

/**
 * A row ready to be written: sealed and indexed by whoever read it, so that it can be done on another core. A row
 * without a NIK has its hash as index.
 */
export type PreparedRow = { nik: string; kk: string | null; hash: string; sealed: Uint8Array };

export type Changes = { rows: number; added: number; removed: number; changed: number; unchanged: number };

export type NewGeneration = {
  /** Writes rows in a short transaction of their own. */
  add(rows: readonly PreparedRow[]): Promise<void>;
  /** Drops rows that stand there twice, whole; returns how many. Rows can be added no more after it. */
  dropRepeated(): Promise<number>;
  /** Rows of the first `limit` NIKs behind `after`, in the index's order, that more than one row has. */
  sharedNiks(after: string, limit: number): Promise<PreparedRow[]>;
  replace(old: PreparedRow, now: PreparedRow): Promise<void>;
  /** Compares with the live generation by index and hash. */
  compare(): Promise<Changes>;
  /** Makes this generation live at once and drops the old one; `valid` and `unread`: how many of its people are. */
  publish(counted?: { valid?: number; unread?: number }): Promise<void>;
  discard(): Promise<void>;
};

export type Register = {
  recipientsByNik(district: string, nik: string): Promise<Recipient[]>;
  recipientsByKk(district: string, kk: string): Promise<Recipient[]>;
  aidByNik(district: string, nik: string): Promise<Aid[]>;
  generation(kind: RowKind, district: string): Promise<Generation | undefined>;
  newGeneration(kind: RowKind, district: string, asOf: string): Promise<NewGeneration>;
};

export type Audit = {
  /** Appends what `next` makes of the last entry. */
  appendAudit(next: (last: AuditEntry | undefined) => AuditEntry): Promise<AuditEntry>;
  auditHead(): Promise<AuditEntry | undefined>;
  auditEntries(from: number, limit: number): Promise<AuditEntry[]>;
};

export type DeadLetter = {
  key: MessageKey;
  conversation?: string;
  channel: string;
  reason: string;
  at: number;
  attempts: number;
};

/** Conversations with something pending, and tickets with news, a clock that is due or files to fetch. */
type Waiting = { inbound: string[]; outbound: string[]; complaints: string[]; media: string[] };

export type Upkeep = {
  /**
   * Conversations with messages to answer and with messages due to be sent, and tickets with news, oldest first. With
   * `age`, messages younger than so many ms are left out: somebody is at work on those.
   */
  waiting(limit: number, age?: number): Promise<Waiting>;
  /** How much waits; `unanswered` and `oldest` are the ms that the oldest message without an answer and the oldest reply not yet sent have waited, 0 when there is none. */
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; unanswered: number; dead: number }>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /** Puts a dead letter back among the pending; returns its conversation, `undefined` when it cannot be read. */
  retryDeadLetter(key: MessageKey): Promise<string | undefined>;
  /**
   * Drops what was handled longer than `age` ago, and dead letters longer than `deadAge` where that is given, a little at
   * a time; returns how many records went.
   */
  expire(age: number, deadAge?: number): Promise<number>;
  /** What `expire` would drop, by class, with the moment that the oldest of it was handled. */
  expiring(age: number, deadAge: number): Promise<{ of: string; count: number; oldest?: number }[]>;
  check(): Promise<void>;
  close(): Promise<void>;
};
