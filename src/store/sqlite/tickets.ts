import { heldKeys } from "../../casework/access.ts";
import { openQuestionOf } from "../../casework/open-question.ts";
import { keptEvent } from "../../casework/reopen.ts";
import { openedTicket, Ticket, type TicketDraft, type TicketEvent, ticketAfter } from "../../casework/ticket.ts";
import type { Vault } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { StoreOptions } from "../options.ts";
import type { Tickets } from "../ports/tickets.ts";
import { ticketColumns } from "../ticket-columns.ts";
import type { AllLeases } from "./leases.ts";
import { spaced, unspaced, writeListed } from "./listed.ts";
import { insertTracked, sealedOutbound } from "./outbox.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";
import { countOf, listedRows, loadOf } from "./ticket-list.ts";

const MOST = 1_000;

type Keeping = Pick<StoreOptions, "vault" | "calendar">;
/** A ticket as it is stored, with the keys it is listed by. */
type Stored = { ticket: Ticket; keys: string[] };

const unsealed = (vault: Vault, row: Row): Ticket =>
  Ticket.parse(vault.open(row.sealed as Uint8Array, `ticket ${row.number}`));

function read(sql: Sql, vault: Vault, number: string): Stored | undefined {
  const row = sql.get("select number, sealed, keys from ticket where number = ?", number);
  return row && { ticket: unsealed(vault, row), keys: unspaced(row.keys) };
}

function write(sql: Sql, { vault, calendar }: Keeping, ticket: Ticket, before?: Stored): Ticket {
  const { number } = ticket;
  const columns = ticketColumns(vault, calendar, ticket);
  sql.run(
    `insert into ticket (number, district, kind, category, open, late_at, remind_at, conversation, person, opened_at, sealed,
       news, files, erase_at, asked_at, keys)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (number) do update set kind = excluded.kind, category = excluded.category,
       person = excluded.person, open = excluded.open, late_at = excluded.late_at, remind_at = excluded.remind_at,
       sealed = excluded.sealed, news = excluded.news, files = excluded.files, erase_at = excluded.erase_at,
       asked_at = excluded.asked_at, keys = excluded.keys`,
    number,
    columns.district,
    ticket.kind,
    columns.category,
    columns.open ? 1 : 0,
    columns.lateAt,
    columns.remindAt,
    columns.conversation,
    columns.person,
    columns.openedAt,
    vault.seal(ticket, `ticket ${number}`),
    columns.news ? 1 : 0,
    columns.files ? 1 : 0,
    columns.eraseAt,
    columns.askedAt,
    spaced(columns.keys),
  );
  const was = before && { ...ticketColumns(vault, calendar, before.ticket), keys: before.keys };
  writeListed(sql, number, columns, was);
  return ticket;
}

/** Lists the tickets of an older release, some at a time; until then nobody sees these in a list. */
export async function fillListed(shared: SharedCommit, keeping: Keeping): Promise<void> {
  for (;;) {
    const rows = shared.read((sql) => sql.all("select number from ticket where keys is null limit 500"));
    if (rows.length === 0) return;
    await shared.write((sql) => {
      for (const { number } of rows) {
        const stored = read(sql, keeping.vault, String(number));
        if (stored) write(sql, keeping, stored.ticket, stored);
      }
    });
  }
}

/** Opens a ticket inside a running transaction; the same number twice changes nothing. */
export function insertTicket(sql: Sql, keeping: Keeping, draft: TicketDraft): Ticket {
  return read(sql, keeping.vault, draft.number)?.ticket ?? write(sql, keeping, openedTicket(draft, keeping.calendar));
}

/** A citizen's addition inside a turn: a ticket that has ended meanwhile keeps it as a note. */
export function addToTicket(sql: Sql, keeping: Keeping, number: string, event: TicketEvent): void {
  const stored = read(sql, keeping.vault, number);
  if (!stored) return;
  const { ticket } = stored;
  write(sql, keeping, ticketAfter(ticket, keptEvent(ticket, event), keeping.calendar), stored);
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

    ticket: async (number) => shared.read((sql) => read(sql, vault, number))?.ticket,

    async list(query) {
      const { rows, next } = shared.read((sql) => listedRows(sql, query));
      return { heads: rows.map((row) => unsealed(vault, row)), ...(next ? { next } : {}) };
    },

    counts: async (sight, filters) => shared.read((sql) => filters.map((filter) => countOf(sql, { ...filter, sight }))),

    loads: async (district, officers) =>
      shared.read((sql) => Object.fromEntries(officers.map((id) => [id, loadOf(sql, heldKeys(district, id))]))),

    async ticketsOf(owner, { open, limit = MOST } = {}) {
      const [column, value] =
        "nik" in owner ? ["person", vault.index("nik", owner.nik)] : ["conversation", owner.conversation];
      const rows = shared.read((sql) =>
        sql.all(
          `select number, sealed from ticket where ${column} = ? and open between ? and ?
           order by opened_at desc, number desc limit ?`,
          value ?? "",
          open === true ? 1 : 0,
          open === false ? 0 : 1,
          limit,
        ),
      );
      return rows.map((row) => unsealed(vault, row)).reverse();
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
        const stored = read(sql, vault, number);
        if (!stored) throw new AppError("TICKET_UNKNOWN", "no such ticket");
        const { ticket } = stored;
        const next = ticketAfter(ticket, event, calendar);
        if (next === ticket) return ticket;
        if (message && ticket.conversation && "outbound" in event && event.outbound) {
          const outbound = sealedOutbound(vault, ticket.conversation, event.outbound, message);
          insertTracked(sql, outbound, { traits, sends, at: event.at });
        }
        return write(sql, { vault, calendar }, next, stored);
      }),

    ticketsToErase: async (limit) =>
      shared
        .read((sql) =>
          sql.all("select number from ticket where erase_at <= ? order by erase_at limit ?", Date.now(), limit),
        )
        .map((row) => String(row.number)),
  };
}
