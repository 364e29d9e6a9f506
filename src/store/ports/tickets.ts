import type { OpenQuestion } from "../../casework/open-question.ts";
import type { KnownHead } from "../../casework/past.ts";
import type { Sight } from "../../casework/sight.ts";
import type { ActGuard } from "../../casework/stale-act.ts";
import type { Ticket, TicketDraft, TicketEvent, TicketHead, WholeTicket } from "../../casework/ticket.ts";
import type { Category, Kind, Office } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";

/** A place in a list. `at` (ms) is when the ticket was opened, or in a list by clock when its next clock runs out. */
export type TicketCursor = { at: number; number: string };

/** A ticket must match all given fields. `area` is a code or the beginning of a code, `holder` an officer's id. */
export type TicketFilter = {
  open?: boolean;
  /** Only tickets whose clock has run out by this time, in ms. */
  overdueAt?: number;
  area?: string;
  category?: Category;
  kind?: Kind;
  holder?: string;
};

/** `clock` lists open tickets, the earliest deadline first. `opened` lists the newest ticket first. */
export type TicketQuery = TicketFilter & {
  sight: Sight;
  order?: "opened" | "clock";
  after?: TicketCursor;
  limit: number;
};

/** Finds an office's open parts; with `officer`, only the parts of this officer. */
export type PartQuery = { sight: Sight; office: Office; officer?: string; after?: TicketCursor; limit: number };

/** `next` is where the next page begins; absent in the last page. */
type TicketList = { heads: TicketHead[]; next?: TicketCursor };

/** A ticket must have all the words (of `searchWords`). */
export type TicketSearch = { numbers: readonly string[] } | { nik: string } | { words: readonly string[] };

export type FindQuery = {
  sight: Sight;
  search: TicketSearch;
  open?: boolean;
  after?: TicketCursor;
  limit: number;
};

/** The next page begins after the place `next`; absent in the last page. */
type ThreadPage = { entries: TicketEvent[]; next?: number };

type TicketOwner = { conversation: string } | { nik: string };

export type Tickets = {
  /** The same `key` gets the same serial again. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /**
   * The caller calls it every few seconds, to note that the store is in use. After an old note the store may be a
   * restored copy, so the serials move ahead. Returns the age of an old note in ms, otherwise 0; negative if the clock
   * is far behind the note.
   */
  noteUse(): Promise<number>;
  /** A second call with the same number changes nothing. */
  openTicket(draft: TicketDraft): Promise<Ticket>;
  ticket(number: string): Promise<WholeTicket | undefined>;
  /** Reads a ticket without its thread. The result holds the facts of the thread that the rules need. */
  head(number: string): Promise<KnownHead | undefined>;
  /** `id` is the id of the event that added the entry. */
  findEntry(number: string, id: string): Promise<TicketEvent | undefined>;
  /** Reads up to `limit` entries of a ticket's thread after the place `after`, in order. Places count from 0. */
  thread(number: string, page: { after?: number; limit: number }): Promise<ThreadPage | undefined>;
  /** A page ends after `MOST_LOOKED_AT` rows, so it may be short. `next` continues after these rows. */
  list(query: TicketQuery): Promise<TicketList>;
  /**
   * Returns the newest tickets first, and never a ticket about violence. A search by words ends a page after
   * `MOST_FOUND_PAST` tickets of the rarest word.
   */
  find(query: FindQuery): Promise<TicketList>;
  /** Returns each ticket once; the part with the earliest deadline comes first. */
  parts(query: PartQuery): Promise<TicketList>;
  /** Counts the tickets of each filter. 1,000 means that many or more. */
  counts(sight: Sight, filters: readonly TicketFilter[]): Promise<number[]>;
  /** Counts each officer's open tickets. */
  loads(district: string, officers: readonly string[]): Promise<Record<string, number>>;
  /** Returns the newest tickets of a chat or a person, the newest last. */
  ticketsOf(owner: TicketOwner, filter?: { open?: boolean; limit?: number }): Promise<TicketHead[]>;
  /** Returns the officers' questions that wait for this chat's answer, the newest first. */
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /**
   * Applies an event and adds the message to the citizen's chat, in one step. Rejects with TICKET_UNKNOWN, with STALE,
   * and with the errors of `applyEvent`. Returns the ticket with only the event's own entry and the entries that the
   * rules needed.
   */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody, guard?: ActGuard): Promise<Ticket>;
  /** Returns closed tickets whose mentioned numbers are to be erased now. */
  ticketsToErase(limit: number): Promise<string[]>;
};
