import type { ActGuard } from "../../casework/act-guard.ts";
import type { OpenQuestion } from "../../casework/open-question.ts";
import type { Sight } from "../../casework/sight.ts";
import type { Ticket, TicketDraft, TicketEvent, TicketHead } from "../../casework/ticket.ts";
import type { Category, Kind, Office } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";

/** A place in a list: a moment (opened, or the running clock; ms) and a number. */
export type TicketCursor = { at: number; number: string };

/** All given must match. `area` is a code or the beginning of one, `holder` an officer's id. */
export type TicketFilter = {
  open?: boolean;
  /** Its clock has run out by this moment. */
  overdueAt?: number;
  area?: string;
  category?: Category;
  kind?: Kind;
  holder?: string;
};

/** What is asked for: `clock` are open tickets, the next to run out first; `opened` the newest first. */
export type TicketQuery = TicketFilter & {
  sight: Sight;
  order?: "opened" | "clock";
  after?: TicketCursor;
  limit: number;
};

/** The open parts of an office, among the tickets that somebody may see; with `officer` those that are theirs. */
export type PartQuery = { sight: Sight; office: Office; officer?: string; after?: TicketCursor; limit: number };

/** One page; `next` is where the following one begins, absent at the list's end and only there. */
type TicketList = { heads: TicketHead[]; next?: TicketCursor };

/** Exact numbers; a person by their NIK; words as `searchWords` has them, all of which a ticket must have. */
export type TicketSearch = { numbers: readonly string[] } | { nik: string } | { words: readonly string[] };

/** What is searched for, among what somebody may see. */
export type FindQuery = {
  sight: Sight;
  search: TicketSearch;
  open?: boolean;
  after?: TicketCursor;
  limit: number;
};

/** A part of a thread; `next` is the place behind which the following one begins, absent at the thread's end and only there. */
type ThreadPage = { entries: TicketEvent[]; next?: number };

/** Whose tickets: those of a chat, or of a person by their NIK. */
type TicketOwner = { conversation: string } | { nik: string };

export type Tickets = {
  /** The next serial of a district and year; the same `key` gets the same serial again. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /** Outside a turn; the same number twice changes nothing. */
  openTicket(draft: TicketDraft): Promise<Ticket>;
  /** With its whole thread. */
  ticket(number: string): Promise<Ticket | undefined>;
  /** Without opening its thread. */
  head(number: string): Promise<TicketHead | undefined>;
  /** Up to `limit` entries of its thread behind the place `after`, in order; places count from 0. */
  thread(number: string, page: { after?: number; limit: number }): Promise<ThreadPage | undefined>;
  /**
   * What somebody may see, by keys. It stops after 100,000 tickets that the filter leaves out, with a `next` that goes
   * on from there: a page may be short, a list never ends before its end.
   */
  list(query: TicketQuery): Promise<TicketList>;
  /**
   * What somebody may see and a search finds, the newest first; never a ticket about violence. It goes by the rarest word
   * and stops, as a list does, after 20,000 tickets that the others leave out, with a `next` that goes on from there.
   */
  find(query: FindQuery): Promise<TicketList>;
  /** The tickets of which an office has an open part, each once, the part's clock that runs out first before the others. */
  parts(query: PartQuery): Promise<TicketList>;
  /** How many each of these filters finds; 1,000 stands for that many or more. */
  counts(sight: Sight, filters: readonly TicketFilter[]): Promise<number[]>;
  /** How many open tickets each of a district's officers holds. */
  loads(district: string, officers: readonly string[]): Promise<Record<string, number>>;
  /** The newest of a chat's or a person's tickets, newest last. */
  ticketsOf(owner: TicketOwner, filter?: { open?: boolean; limit?: number }): Promise<TicketHead[]>;
  /** What officers ask this chat and wait for, newest first. */
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /**
   * Applies the event, with a message to the citizen's chat in the same step, which `guard` may refuse. Rejects with
   * TICKET_UNKNOWN, STALE, and as `applyEvent` throws.
   */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody, guard?: ActGuard): Promise<Ticket>;
  /** Tickets whose mentioned numbers have been kept long enough after they closed. */
  ticketsToErase(limit: number): Promise<string[]>;
};
