import type { ActGuard } from "../../casework/act-guard.ts";
import type { OpenQuestion } from "../../casework/open-question.ts";
import type { KnownHead } from "../../casework/past.ts";
import type { Sight } from "../../casework/sight.ts";
import type { Ticket, TicketDraft, TicketEvent, TicketHead, WholeTicket } from "../../casework/ticket.ts";
import type { Category, Kind, Office } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";

/**
 * A place in a list: a ticket's number, and the time that orders the list, in ms. That time is when the ticket was
 * opened or when one of its clocks runs out.
 */
export type TicketCursor = { at: number; number: string };

/** A ticket must match all given fields. `area`: a code or the beginning of one. `holder`: an officer's id. */
export type TicketFilter = {
  open?: boolean;
  /** Only tickets whose clock has run out by this time, in ms. */
  overdueAt?: number;
  area?: string;
  category?: Category;
  kind?: Kind;
  holder?: string;
};

/** A query for a list. `clock`: open tickets, the earliest deadline first. `opened`: the newest ticket first. */
export type TicketQuery = TicketFilter & {
  sight: Sight;
  order?: "opened" | "clock";
  after?: TicketCursor;
  limit: number;
};

/**
 * A query for the open parts of an office, in the tickets that the caller may see. `officer`: only the parts of this
 * officer.
 */
export type PartQuery = { sight: Sight; office: Office; officer?: string; after?: TicketCursor; limit: number };

/** One page. `next`: where the next page begins. Only the last page has none. */
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

/** A page of a thread. The following page begins after the place `next`. Only the last page has none. */
type ThreadPage = { entries: TicketEvent[]; next?: number };

/** The owner of tickets: a chat, or the person with a NIK. */
type TicketOwner = { conversation: string } | { nik: string };

export type Tickets = {
  /** Reserves the next serial of a district and year. The same `key` gets the same serial again. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /**
   * Notes that the store is in use; the caller calls it every few seconds. If the last note is too old, the store may
   * be a restored copy, so the serials move ahead before the next one is reserved. Returns the age of the last note in
   * ms; 0 if the note was not too old; negative if the clock is far behind the note, so that the age is unknown.
   */
  noteUse(): Promise<number>;
  /** Opens a ticket outside a turn. A second call with the same number changes nothing. */
  openTicket(draft: TicketDraft): Promise<Ticket>;
  /** Reads a ticket with its whole thread. */
  ticket(number: string): Promise<WholeTicket | undefined>;
  /** Reads a ticket without its thread. The result holds the facts of the thread that the rules need. */
  head(number: string): Promise<KnownHead | undefined>;
  /** Reads the entry that the event with this id added to a ticket's thread. */
  findEntry(number: string, id: string): Promise<TicketEvent | undefined>;
  /** Reads up to `limit` entries of a ticket's thread after the place `after`, in order. Places count from 0. */
  thread(number: string, page: { after?: number; limit: number }): Promise<ThreadPage | undefined>;
  /**
   * Lists the tickets that the caller may see, by keys. After `MOST_LOOKED_AT` rows without a full page, the page ends.
   * Its `next` continues after them, so a page may be short, but the list is complete.
   */
  list(query: TicketQuery): Promise<TicketList>;
  /**
   * Finds tickets that the caller may see, the newest first, and never one about violence. A search by words ends a
   * page after `MOST_FOUND_PAST` tickets of its rarest word; `next` continues after them.
   */
  find(query: FindQuery): Promise<TicketList>;
  /**
   * Lists the tickets in which an office has an open part, each once. The part with the earliest deadline comes first.
   */
  parts(query: PartQuery): Promise<TicketList>;
  /** Counts the tickets of each filter, up to 1,000, which means that many or more. */
  counts(sight: Sight, filters: readonly TicketFilter[]): Promise<number[]>;
  /** Counts the open tickets of each of these officers of a district. */
  loads(district: string, officers: readonly string[]): Promise<Record<string, number>>;
  /** Reads the newest tickets of a chat or a person, the newest last. */
  ticketsOf(owner: TicketOwner, filter?: { open?: boolean; limit?: number }): Promise<TicketHead[]>;
  /** Returns the officers' questions to this chat that wait for an answer, the newest first. */
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /**
   * Applies an event and adds the message to the citizen's chat, in one step, unless `guard` refuses the event. Rejects
   * with TICKET_UNKNOWN, with STALE, and with the errors that `applyEvent` throws. The returned ticket has only the
   * newest entries: those that the rules needed, and the event's own.
   */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody, guard?: ActGuard): Promise<Ticket>;
  /** Returns closed tickets whose mentioned numbers are to be erased now. */
  ticketsToErase(limit: number): Promise<string[]>;
};
