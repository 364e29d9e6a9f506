import { heldKeys } from "../../casework/access.ts";
import { checkGuard } from "../../casework/act-guard.ts";
import { applyEvent } from "../../casework/apply.ts";
import { type OpenQuestion, openQuestionIn, openQuestionOf } from "../../casework/open-question.ts";
import { eventForState } from "../../casework/reopen.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import type { Vault } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { StoreOptions } from "../options.ts";
import type { Tickets } from "../ports/tickets.ts";
import { withWordsHash } from "../words-hash.ts";
import type { AllLeases } from "./leases.ts";
import { insertTracked, sealedOutbound } from "./outbox.ts";
import { partRows } from "./parts.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { countOf, loadOf } from "./ticket-counts.ts";
import { foundRows } from "./ticket-find.ts";
import { listedRows } from "./ticket-list.ts";
import {
  headOf,
  type Keeping,
  newestEntry,
  readTicket,
  TICKET_COLUMNS,
  threadPage,
  wholeOf,
  writeTicket,
} from "./ticket-record.ts";

const MOST = 1_000;

/** Opens a ticket inside a running transaction; the same number twice changes nothing. */
export function insertTicket(sql: Sql, keeping: Keeping, draft: TicketDraft): Ticket {
  return (
    readTicket(sql, keeping.vault, draft.number)?.ticket ??
    writeTicket(sql, keeping, newTicket(draft, keeping.calendar))
  );
}

/** A citizen's addition inside a turn: a ticket that has ended meanwhile keeps it as a note. */
export function addToTicket(sql: Sql, keeping: Keeping, number: string, event: TicketEvent): void {
  const stored = readTicket(sql, keeping.vault, number);
  if (!stored) return;
  const { ticket } = stored;
  const next = applyEvent(ticket, eventForState(ticket, event), keeping.calendar);
  if (next !== ticket) writeTicket(sql, keeping, next, stored);
}

/** Of a thread only the question and what follows it is opened. */
function questionIn(sql: Sql, vault: Vault, row: Row): OpenQuestion | undefined {
  if (row.entries === null) return openQuestionOf(wholeOf(sql, vault, row));
  const head = headOf(vault, row);
  return head.state === "waiting" ? openQuestionIn(head, newestEntry(sql, vault, row, "ask")) : undefined;
}

export function sqliteTickets(
  shared: SharedCommit,
  { vault, calendar, traits }: StoreOptions,
  { sends }: AllLeases,
): Omit<Tickets, "reserveSerial" | "noteUse"> {
  return {
    openTicket: (draft) => shared.write((sql) => insertTicket(sql, { vault, calendar }, draft)),

    ticket: async (number) => shared.read((sql) => readTicket(sql, vault, number))?.ticket,

    async head(number) {
      const row = shared.read((sql) => sql.get(`select ${TICKET_COLUMNS} from ticket where number = ?`, number));
      return row && headOf(vault, row);
    },

    thread: async (number, page) => shared.read((sql) => threadPage(sql, vault, number, page)),

    async list(query) {
      const { rows, next } = shared.read((sql) => listedRows(sql, query));
      return { heads: rows.map((row) => headOf(vault, row)), ...defined({ next }) };
    },

    async find(query) {
      const { rows, next } = shared.read((sql) => foundRows(sql, vault, query));
      return { heads: rows.map((row) => headOf(vault, row)), ...(next ? { next } : {}) };
    },

    async parts(query) {
      const { rows, next } = shared.read((sql) => partRows(sql, query));
      return { heads: rows.map((row) => headOf(vault, row)), ...defined({ next }) };
    },

    counts: async (sight, filters) => shared.read((sql) => filters.map((filter) => countOf(sql, { ...filter, sight }))),

    loads: async (district, officers) =>
      shared.read((sql) => Object.fromEntries(officers.map((id) => [id, loadOf(sql, heldKeys(district, id))]))),

    async ticketsOf(owner, { open, limit = MOST } = {}) {
      const [column, value] =
        "nik" in owner ? ["person", vault.index("nik", owner.nik)] : ["conversation", owner.conversation];
      return shared
        .read((sql) =>
          sql
            .all(
              `select ${TICKET_COLUMNS} from ticket where ${column} = ? and open between ? and ?
               order by opened_at desc, number desc limit +?`,
              value ?? "",
              open === true ? 1 : 0,
              open === false ? 0 : 1,
              limit,
            )
            .map((row) => headOf(vault, row)),
        )
        .reverse();
    },

    openQuestions: async (conversation) => {
      const questions = shared.read((sql) =>
        sql
          .all(`select ${TICKET_COLUMNS} from ticket where conversation = ? and asked_at is not null`, conversation)
          .map((row) => questionIn(sql, vault, row)),
      );
      return questions.filter((one) => one !== undefined).sort((a, b) => b.askedAt - a.askedAt);
    },

    changeTicket: (number, given, message, guard = {}) =>
      shared.write((sql) => {
        const stored = readTicket(sql, vault, number);
        if (!stored) throw new AppError("TICKET_UNKNOWN", "no such ticket");
        const { ticket } = stored;
        const event = withWordsHash(vault, given, guard);
        checkGuard(ticket, event, guard);
        const next = applyEvent(ticket, event, calendar);
        if (next === ticket) return ticket;
        if (message && ticket.conversation && "outbound" in event && event.outbound) {
          const outbound = sealedOutbound(vault, ticket.conversation, event.outbound, message);
          insertTracked(sql, outbound, { traits, sends, at: event.at });
        }
        return writeTicket(sql, { vault, calendar }, next, stored);
      }),

    ticketsToErase: async (limit) =>
      shared
        .read((sql) =>
          sql.all("select number from ticket where erase_at <= ? order by erase_at limit +?", Date.now(), limit),
        )
        .map((row) => String(row.number)),
  };
}
