import type { ActGuard } from "../../casework/act-guard.ts";
import type { OpenQuestion } from "../../casework/open-question.ts";
import type { KnownHead } from "../../casework/past.ts";
import type { Sight } from "../../casework/sight.ts";
import type { Ticket, TicketDraft, TicketEvent, TicketHead, WholeTicket } from "../../casework/ticket.ts";
import type { Category, Kind, Office } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";

/**
 * A place in a list: a ticket's number, and the time by which the list is ordered, in ms (when the ticket was opened,
 * or when a clock of it runs out).
 */
export type TicketCursor = { at: number; number: string };

/** A ticket must match all given fields. `area` is a code or the beginning of one, `holder` an officer's id. */
export type TicketFilter = {
  open?: boolean;
  /** Only tickets whose clock has run out by this time, in ms. */
  overdueAt?: number;
  area?: string;
  category?: Category;
  kind?: Kind;
  holder?: string;
};

/** A query for a list. `clock`: open tickets, the clock that runs out next first; `opened`: the newest ticket first. */
export type TicketQuery = TicketFilter & {
  sight: Sight;
  order?: "opened" | "clock";
  after?: TicketCursor;
  limit: number;
};

/** A query for the open parts of an office in the tickets that the caller may see; with `officer` only the parts of this officer. */
export type PartQuery = { sight: Sight; office: Office; officer?: string; after?: TicketCursor; limit: number };

/** One page. `next` is where the next page begins; it is absent only at the list's end. */
type TicketList = { heads: TicketHead[]; next?: TicketCursor };

/** A search by exact numbers, by a person's NIK, or by words (of `searchWords`), all of which a ticket must have. */
export type TicketSearch = { numbers: readonly string[] } | { nik: string } | { words: readonly string[] };

/** A search among the tickets that the caller may see. */
export type FindQuery = {
  sight: Sight;
  search: TicketSearch;
  open?: boolean;
  after?: TicketCursor;
  limit: number;
};

/** A page of a thread. `next`: the place behind which the following page begins; absent only at the thread's end. */
type ThreadPage = { entries: TicketEvent[]; next?: number };

/** The owner of tickets: a chat, or a person by their NIK. */
type TicketOwner = { conversation: string } | { nik: string };

export type Tickets = {
  /** Reserves the next serial of a district and year. The same `key` gets the same serial again. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /**
   * Notes that the store is in use; to be called every few seconds. If the last note is too old, an older copy may have
   * been put back: then the serials are moved ahead before the next one is reserved, by as many numbers as can have
   * been given since. Returns the age of that note in ms; 0 if it was not too old; negative if the clock is so far
   * behind the note that nobody knows its age.
   */
  noteUse(): Promise<number>;
  /** Opens a ticket outside a turn; a second call with the same number changes nothing. */
  openTicket(draft: TicketDraft): Promise<Ticket>;
  /** Reads a ticket with its whole thread. */
  ticket(number: string): Promise<WholeTicket | undefined>;
  /** Reads a ticket without its thread, and what the rules need to know of the thread. */
  head(number: string): Promise<KnownHead | undefined>;
  /** Reads the entry that an event with this id has left in a ticket's thread. */
  findEntry(number: string, id: string): Promise<TicketEvent | undefined>;
  /** Reads up to `limit` entries of a ticket's thread behind the place `after`, in order. Places count from 0. */
  thread(number: string, page: { after?: number; limit: number }): Promise<ThreadPage | undefined>;
  /**
   * Lists the tickets that the caller may see, by keys. If a filter has to look at 100,000 tickets of one key for a
   * page, the page ends there, with a `next` that goes on behind them: a page may be short, but the list is complete.
   */
  list(query: TicketQuery): Promise<TicketList>;
  /**
   * Finds tickets that the caller may see, the newest first, and never one about violence. A search by words walks the
   * tickets of its rarest word. If it has looked at 20,000 of these for a page, the page ends there, with a `next` that
   * goes on behind them.
   */
  find(query: FindQuery): Promise<TicketList>;
  /** Lists the tickets in which an office has an open part, each once, in the order in which the parts' clocks run out. */
  parts(query: PartQuery): Promise<TicketList>;
  /** Counts the tickets of each filter; 1,000 means that many or more. */
  counts(sight: Sight, filters: readonly TicketFilter[]): Promise<number[]>;
  /** Counts the open tickets of each of these officers of a district. */
  loads(district: string, officers: readonly string[]): Promise<Record<string, number>>;
  /** Reads the newest tickets of a chat or a person, the newest last. */
  ticketsOf(owner: TicketOwner, filter?: { open?: boolean; limit?: number }): Promise<TicketHead[]>;
  /** The questions of officers to this chat that wait for an answer, the newest first. */
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /**
   * Applies an event and adds the message to the citizen's chat, in one step, unless `guard` refuses the event. Rejects
   * with TICKET_UNKNOWN, with STALE, and with the errors that `applyEvent` throws. The ticket comes with the newest
   * entries only: those that the rules needed, and the event's own.
   */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody, guard?: ActGuard): Promise<Ticket>;
  /** Closed tickets whose mentioned numbers are to be erased now. */
  ticketsToErase(limit: number): Promise<string[]>;
};
