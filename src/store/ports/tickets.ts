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
  /** In ms since 1970. */
  overdueAt?: number;
  area?: string;
  category?: Category;
  kind?: Kind;
  holder?: string;
};

/** `clock`: the earliest deadline first, only open tickets. */
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

type ThreadPage = { entries: TicketEvent[]; next?: number };

type TicketOwner = { conversation: string } | { nik: string };

export type Tickets = {
  /** Returns the same serial again for the same `key`. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /**
   * After an old note, the store may be a restored copy, so the serials move ahead. Returns the age of an old note in
   * ms, otherwise 0.
   */
  noteUse(): Promise<number>;
  openTicket(draft: TicketDraft): Promise<Ticket>;
  ticket(number: string): Promise<WholeTicket | undefined>;
  head(number: string): Promise<KnownHead | undefined>;
  findEntry(number: string, id: string): Promise<TicketEvent | undefined>;
  thread(number: string, page: { after?: number; limit: number }): Promise<ThreadPage | undefined>;
  /** A page ends after `MOST_LOOKED_AT` rows, so even a short page may have a `next`. */
  list(query: TicketQuery): Promise<TicketList>;
  /** Returns the newest tickets first, and no ticket about violence. */
  find(query: FindQuery): Promise<TicketList>;
  parts(query: PartQuery): Promise<TicketList>;
  /** The count 1,000 means 1,000 or more. */
  counts(sight: Sight, filters: readonly TicketFilter[]): Promise<number[]>;
  loads(district: string, officers: readonly string[]): Promise<Record<string, number>>;
  ticketsOf(owner: TicketOwner, filter?: { open?: boolean; limit?: number }): Promise<TicketHead[]>;
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /**
   * Rejects as `applyEvent` does, and with:
   * - TICKET_UNKNOWN: there is no such ticket, or the caller may not see it any more.
   * - STALE: another event has changed the ticket, and the caller has not seen it.
   */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody, guard?: ActGuard): Promise<Ticket>;
  ticketsToErase(limit: number): Promise<string[]>;
};
