import type { OpenQuestion } from "../../casework/open-question.ts";
import type { Sight } from "../../casework/sight.ts";
import type { Ticket, TicketDraft, TicketEvent } from "../../casework/ticket.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";

/** Where a page of a list ended. */
type TicketCursor = { openedAt: number; number: string };

/** All given filters must match; `area` is a code or the beginning of one. The newest of them, newest last. */
export type TicketFilter = {
  district?: string;
  open?: boolean;
  /** Late at this moment. */
  overdueAt?: number;
  area?: string;
  category?: string;
  kind?: string;
  conversation?: string;
  /** Whose list. */
  officer?: string;
  /** Something happened that its officer has not been told of. */
  news?: true;
  /** A NIK. */
  nik?: string;
  /** What an officer may see, the limit and the order counted after it. */
  seenBy?: Sight;
  /** Older than the oldest of the page before. */
  after?: TicketCursor;
  limit?: number;
};

export type Tickets = {
  /** The next serial of a district and year; the same `key` gets the same serial again. */
  reserveSerial(district: string, year: number, key: string): Promise<number>;
  /** Outside a turn; the same number twice changes nothing. */
  openTicket(draft: TicketDraft): Promise<Ticket>;
  ticket(number: string): Promise<Ticket | undefined>;
  tickets(filter: TicketFilter): Promise<Ticket[]>;
  /** What officers ask this chat and wait for, newest first. */
  openQuestions(conversation: string): Promise<OpenQuestion[]>;
  /** Applies the event, with a message to the citizen's chat in the same step. Rejects with TICKET_UNKNOWN, TICKET_CLOSED. */
  changeTicket(number: string, event: TicketEvent, message?: OutboundBody): Promise<Ticket>;
  /** Tickets whose mentioned numbers have been kept long enough after they closed. */
  ticketsToErase(limit: number): Promise<string[]>;
};
