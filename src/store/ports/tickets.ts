import type { OpenQuestion } from "../../casework/open-question.ts";
import type { KnownHead } from "../../casework/past.ts";
import type { Sight } from "../../casework/sight.ts";
import type { ActGuard } from "../../casework/stale-act.ts";
import type { Ticket, TicketDraft, TicketEvent, TicketHead, WholeTicket } from "../../casework/ticket.ts";
import type { Category, Kind, Office } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";

/** `at` (ms): when the ticket was opened; in a list by clock, when the ticket's next clock runs out. */
export type TicketCursor = { at: number; number: string };

/** `area`: a Kemendagri code or its first digits. `holder`: an officer's id. */
export type TicketFilter = {
  open?: boolean;
  /** Finds only tickets whose clock runs out before this time (ms). */
  overdueAt?: number;
  area?: string;
  category?: Category;
  kind?: Kind;
  holder?: string;
};

/**
 * - `clock`: the earliest deadline first, only open tickets.
 * - `opened`: the newest ticket first.
 */
export type TicketQuery = TicketFilter & {
  sight: Sight;
  order?: "opened" | "clock";
  after?: TicketCursor;
  limit: number;
};

export type PartQuery = { sight: Sight; office: Office; officer?: string; after?: TicketCursor; limit: number };

/** `next` is absent in the last page. */
type TicketList = { heads: TicketHead[]; next?: TicketCursor };

/** A ticket must have all `words` (of `searchWords`). */
export type TicketSearch = { numbers: readonly string[] } | { nik: string } | { words: readonly string[] };

export type FindQuery = {
  sight: Sight;
  search: TicketSearch;
  open?: boolean;
  after?: TicketCursor;
  limit: number;
};

/** `next` is absent in the last page. */
type ThreadPage = { entries: TicketEvent[]; next?: number };

type TicketOwner = { conversation: string } | { nik: string };

export type Tickets = {
  /** Returns the same serial again for the same `key`. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /**
   * The caller calls this function every few seconds. After an old note, the store may be a restored copy, so the
   * serials move ahead. Returns the age of an old note in ms, otherwise 0. The age is negative if the clock is far
   * behind the note.
   */
  noteUse(): Promise<number>;
  /** A second call for the same ticket number changes nothing. */
  openTicket(draft: TicketDraft): Promise<Ticket>;
  ticket(number: string): Promise<WholeTicket | undefined>;
  head(number: string): Promise<KnownHead | undefined>;
  findEntry(number: string, id: string): Promise<TicketEvent | undefined>;
  /** Returns up to `limit` entries after the place `after`, in order. Places count from 0. */
  thread(number: string, page: { after?: number; limit: number }): Promise<ThreadPage | undefined>;
  /** A page ends after `MOST_LOOKED_AT` rows, so even a short page may have a `next`. */
  list(query: TicketQuery): Promise<TicketList>;
  /**
   * Returns the newest tickets first, and no ticket about violence. In a search by words, a page ends after
   * `MOST_FOUND_PAST` tickets of the rarest word.
   */
  find(query: FindQuery): Promise<TicketList>;
  /** Returns each ticket once, the earliest deadline of a part first. */
  parts(query: PartQuery): Promise<TicketList>;
  /** The count 1,000 means 1,000 or more. */
  counts(sight: Sight, filters: readonly TicketFilter[]): Promise<number[]>;
  loads(district: string, officers: readonly string[]): Promise<Record<string, number>>;
  /** Returns the newest ticket last. */
  ticketsOf(owner: TicketOwner, filter?: { open?: boolean; limit?: number }): Promise<TicketHead[]>;
  /** Returns the newest question first. */
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /**
   * Applies an event and adds the message to the citizen's chat, in one step. The returned ticket contains only the new
   * entry and the entries that the rules needed. Rejects as `applyEvent` does, and with:
   * - TICKET_UNKNOWN: there is no such ticket, or the caller may not see it any more.
   * - STALE: another event has changed the ticket, and the caller has not seen it.
   */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody, guard?: ActGuard): Promise<Ticket>;
  ticketsToErase(limit: number): Promise<string[]>;
};
