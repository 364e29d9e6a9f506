import { openQuestionOf } from "../../casework/open-question.ts";
import { keptEvent } from "../../casework/reopen.ts";
import { openedTicket, Ticket, type TicketDraft, type TicketEvent, ticketAfter } from "../../casework/ticket.ts";
import type { Vault } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { StoreOptions } from "../options.ts";
import type { Tickets } from "../ports/tickets.ts";
import { ticketColumns } from "../ticket-columns.ts";
import type { AllLeases } from "./leases.ts";
import { insertTracked, sealedOutbound } from "./outbox.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { listedRows } from "./ticket-list.ts";

const MOST = 1_000;
/** In the column `sensitive`, beside 0 and 1: not confidential, and not for everybody yet. */
const IN_DOUBT = 2;

type Keeping = Pick<StoreOptions, "vault" | "calendar">;

const unsealed = (vault: Vault, row: Row): Ticket =>
  Ticket.parse(vault.open(row.sealed as Uint8Array, `ticket ${row.number}`));

function read(sql: Sql, vault: Vault, number: string): Ticket | undefined {
  const row = sql.get("select number, sealed from ticket where number = ?", number);
  return row && unsealed(vault, row);
}

function write(sql: Sql, { vault, calendar }: Keeping, ticket: Ticket): Ticket {
  const columns = ticketColumns(vault, calendar, ticket);
  sql.run(
    `insert into ticket (number, district, kind, category, area, open, late_at, remind_at, conversation, person, opened_at, sealed,
       officer, beside, news, files, erase_at, asked_at, sensitive, reason, barred)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (number) do update set kind = excluded.kind, category = excluded.category, area = excluded.area,
       person = excluded.person, open = excluded.open, late_at = excluded.late_at, remind_at = excluded.remind_at,
       sealed = excluded.sealed, officer = excluded.officer, beside = excluded.beside, news = excluded.news,
       files = excluded.files, erase_at = excluded.erase_at,
       asked_at = excluded.asked_at,
       sensitive = excluded.sensitive, reason = excluded.reason, barred = excluded.barred`,
    ticket.number,
    columns.district,
    columns.kind,
    columns.category,
    columns.area,
    columns.open ? 1 : 0,
    columns.lateAt,
    columns.remindAt,
    columns.conversation,
    columns.person,
    columns.openedAt,
    vault.seal(ticket, `ticket ${ticket.number}`),
    columns.officer,
    columns.beside,
    columns.news ? 1 : 0,
    columns.files ? 1 : 0,
    columns.eraseAt,
    columns.askedAt,
    columns.doubt ? IN_DOUBT : Number(columns.sensitive),
    columns.reason,
    columns.barred.length > 0 ? ` ${columns.barred.join(" ")} ` : null,
  );
  return ticket;
}

/** Writes what lists ask for beside tickets of before it was kept, some at a time; until then nobody sees these in a list. */
export async function fillTicketColumns(shared: SharedCommit, keeping: Keeping): Promise<void> {
  for (;;) {
    const rows = shared.read((sql) => sql.all("select number, sealed from ticket where sensitive is null limit 500"));
    if (rows.length === 0) return;
    await shared.write((sql) => {
      for (const { number } of rows) {
        const ticket = read(sql, keeping.vault, String(number));
        if (ticket) write(sql, keeping, ticket);
      }
    });
  }
}

/** Opens a ticket inside a running transaction; the same number twice changes nothing. */
export function insertTicket(sql: Sql, keeping: Keeping, draft: TicketDraft): Ticket {
  return read(sql, keeping.vault, draft.number) ?? write(sql, keeping, openedTicket(draft, keeping.calendar));
}

/** A citizen's addition inside a turn: a ticket that has ended meanwhile keeps it as a note. */
export function addToTicket(sql: Sql, keeping: Keeping, number: string, event: TicketEvent): void {
  const ticket = read(sql, keeping.vault, number);
  if (!ticket) return;
  write(sql, keeping, ticketAfter(ticket, keptEvent(ticket, event), keeping.calendar));
}

export function sqliteTickets(
  shared: SharedCommit,
  { vault, calendar, traits }: StoreOptions,
  { sends }: AllLeases,
): Tickets {
  return {
    reserveSerial: (district, year, key) =>
      shared.write((sql) => {
        const known = sql.get("select serial from reserved where key = ?", key);
        if (known) return Number(known.serial);
        const row = sql.get(
          "insert into serial values (?, ?, 1) on conflict (district, year) do update set last = last + 1 returning last",
          district,
          year,
        );
        sql.run("insert into reserved values (?, ?, ?)", key, Number(row?.last), Date.now());
        return Number(row?.last);
      }),

    openTicket: (draft) => shared.write((sql) => insertTicket(sql, { vault, calendar }, draft)),

    ticket: async (number) => shared.read((sql) => read(sql, vault, number)),

    tickets: async (filter) => {
      const rows = shared.read((sql) => listedRows(sql, vault, filter, filter.limit ?? MOST));
      return rows.map((row) => unsealed(vault, row));
    },

    openQuestions: async (conversation) => {
      const rows = shared.read((sql) =>
        sql.all("select number, sealed from ticket where conversation = ? and asked_at is not null", conversation),
      );
      const questions = rows.map((row) => openQuestionOf(unsealed(vault, row)));
      return questions.filter((one) => one !== undefined).sort((a, b) => b.askedAt - a.askedAt);
    },

    changeTicket: (number, event, message) =>
      shared.write((sql) => {
        const ticket = read(sql, vault, number);
        if (!ticket) throw new AppError("TICKET_UNKNOWN", "no such ticket");
        const next = ticketAfter(ticket, event, calendar);
        if (next === ticket) return ticket;
        if (message && ticket.conversation && "outbound" in event && event.outbound) {
          const outbound = sealedOutbound(vault, ticket.conversation, event.outbound, message);
          insertTracked(sql, outbound, { traits, sends, at: event.at });
        }
        return write(sql, { vault, calendar }, next);
      }),

    ticketsToErase: async (limit) =>
      shared
        .read((sql) =>
          sql.all("select number from ticket where erase_at <= ? order by erase_at limit ?", Date.now(), limit),
        )
        .map((row) => String(row.number)),
  };
}
