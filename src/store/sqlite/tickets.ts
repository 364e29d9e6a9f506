import { heldKeys } from "../../casework/access.ts";
import { applyEvent } from "../../casework/apply.ts";
import { openQuestionOf } from "../../casework/open-question.ts";
import { eventForState } from "../../casework/reopen.ts";
import { checkGuard } from "../../casework/stale-act.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { StoreOptions } from "../options.ts";
import type { Tickets } from "../ports/tickets.ts";
import { withWordsHash } from "../words-hash.ts";
import type { AllLeases } from "./leases.ts";
import { insertTracked, sealedOutbound } from "./outbound-rows.ts";
import { partRows } from "./parts.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";
import { countOf, loadOf } from "./ticket-counts.ts";
import { foundRows } from "./ticket-find.ts";
import { listedRows } from "./ticket-list.ts";
import {
  headOf,
  headWithPast,
  readEntry,
  readForEvent,
  readThreadPage,
  readWhole,
  TICKET_COLUMNS,
} from "./ticket-read.ts";
import { type Keeping, writeTicket } from "./ticket-record.ts";

const MOST = 1_000;

/** Runs in a transaction of the caller. */
export function insertTicket(sql: Sql, keeping: Keeping, draft: TicketDraft): Ticket {
  return readWhole(sql, keeping.vault, draft.number) ?? writeTicket(sql, keeping, newTicket(draft, keeping.calendar));
}

export function addToTicket(sql: Sql, keeping: Keeping, number: string, event: TicketEvent): void {
  const stored = readForEvent(sql, keeping.vault, number, event);
  if (!stored) return;
  const { ticket } = stored;
  const next = applyEvent(ticket, eventForState(ticket, event), keeping.calendar);
  if (next !== ticket) writeTicket(sql, keeping, next, stored);
}

export function sqliteTickets(
  shared: SharedCommit,
  { vault, calendar, traits }: StoreOptions,
  { sends }: AllLeases,
): Omit<Tickets, "reserveSerial" | "noteUse"> {
  return {
    openTicket: (draft) => shared.write((sql) => insertTicket(sql, { vault, calendar }, draft)),

    ticket: async (number) => shared.read((sql) => readWhole(sql, vault, number)),

    async head(number) {
      return shared.read((sql) => {
        const row = sql.get(`select ${TICKET_COLUMNS} from ticket where number = ?`, number);
        return row && headWithPast(sql, vault, row);
      });
    },

    findEntry: async (number, id) => shared.read((sql) => readEntry(sql, vault, number, id)),

    thread: async (number, page) => shared.read((sql) => readThreadPage(sql, vault, number, page)),

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
          .map((row) => openQuestionOf(headWithPast(sql, vault, row))),
      );
      return questions.filter((one) => one !== undefined).sort((a, b) => b.askedAt - a.askedAt);
    },

    changeTicket: (number, given, message, guard = {}) =>
      shared.write((sql) => {
        const event = withWordsHash(vault, given, guard);
        const stored = readForEvent(sql, vault, number, event, guard);
        if (!stored) throw new AppError("TICKET_UNKNOWN", "no such ticket");
        const { ticket } = stored;
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
