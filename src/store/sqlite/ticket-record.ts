import { changeOf } from "../../casework/change.ts";
import type { Ticket, TicketEvent, TicketHead } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { StoreOptions } from "../options.ts";
import { ticketColumns } from "../ticket-columns.ts";
import {
  openEntry,
  openHead,
  openTicket,
  placesOf,
  sealHead,
  type ThreadChange,
  type ThreadRange,
  threadChange,
} from "../ticket-thread.ts";
import { insertChange } from "./changes.ts";
import { spaced, unspaced, writeListed } from "./listed-tickets.ts";
import { writeParts } from "./parts.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";

/**
 * The thread apart from the head, each entry a row of its own: `no` counts up from 0 in its ticket. `entries` is how many
 * there are, null for a ticket of an older release that holds its thread in itself.
 */
export const THREAD_SCHEMA = `
alter table ticket add column entries integer;
create table entry (seq integer primary key, ticket text not null, no integer not null, sealed blob not null);
create unique index entry_place on entry (ticket, no);
drop index ticket_unlisted;
create index ticket_whole on ticket (number) where entries is null;
`;

/** What tickets are found by, as blind indexes; `termed` is null until those of a ticket of an older release are there. */
export const TERMS_SCHEMA = `
create table term (
  term text not null, opened_at integer not null, ticket text not null, primary key (term, opened_at, ticket)
) without rowid;
alter table ticket add column termed integer;
drop index ticket_whole;
create index ticket_untermed on ticket (number) where termed is null;
`;

export type Keeping = Pick<StoreOptions, "vault" | "calendar">;
/** A ticket as it is stored, with the keys it is listed by; `entries` are those that lie apart, `termed` whether it can be found. */
export type Stored = { ticket: Ticket; keys: string[]; entries: readonly TicketEvent[]; termed: boolean };

/** What is read of a row to open a ticket. */
export const TICKET_COLUMNS = "number, version, sealed, entries";

const partsOf = ({ number, version, sealed }: Row) => ({
  number: String(number),
  ...(version === null ? {} : { version: Number(version) }),
  sealed: sealed as Uint8Array,
});

export const headOf = (vault: Vault, row: Row): TicketHead => openHead(vault, partsOf(row), Number(row.entries ?? 0));

/** The whole ticket of a row, with its thread. */
export function wholeOf(sql: Sql, vault: Vault, row: Row): Ticket {
  const entries =
    row.entries === null ? [] : sql.all("select sealed from entry where ticket = ? order by no", String(row.number));
  return openTicket(vault, { ...partsOf(row), entries: entries.map(({ sealed }) => sealed as Uint8Array) });
}

export function readTicket(sql: Sql, vault: Vault, number: string): Stored | undefined {
  const row = sql.get(`select ${TICKET_COLUMNS}, keys, termed from ticket where number = ?`, number);
  if (!row) return undefined;
  const ticket = wholeOf(sql, vault, row);
  const entries = row.entries === null ? [] : ticket.events;
  return { ticket, keys: unspaced(row.keys), entries, termed: row.termed !== null };
}

/** A page of a ticket's thread. */
export function threadPage(sql: Sql, vault: Vault, number: string, range: ThreadRange) {
  const row = sql.get(`select ${TICKET_COLUMNS} from ticket where number = ?`, number);
  if (!row) return undefined;
  const { from, to, next } = placesOf(Number(row.entries ?? 0), range);
  const found = sql.all(
    "select no, sealed from entry where ticket = ? and no >= ? and no < ? order by no",
    number,
    from,
    to,
  );
  const entries = found.map(({ no, sealed }) =>
    openEntry(vault, { number, no: Number(no), sealed: sealed as Uint8Array }),
  );
  return { entries, ...defined({ next }) };
}

/** Entries that a look from the end of a thread reads at a time. */
const AT_A_TIME = 8;

/** The newest entry of a type of a ticket whose thread lies apart, looked for from the thread's end. */
export function newestEntry(sql: Sql, vault: Vault, row: Row, type: TicketEvent["type"]): TicketEvent | undefined {
  const number = String(row.number);
  for (let end = Number(row.entries ?? 0); end > 0; end -= AT_A_TIME) {
    const rows = sql.all(
      "select no, sealed from entry where ticket = ? and no >= ? and no < ? order by no desc",
      number,
      end - AT_A_TIME,
      end,
    );
    for (const { no, sealed } of rows) {
      const event = openEntry(vault, { number, no: Number(no), sealed: sealed as Uint8Array });
      if (event.type === type) return event;
    }
  }
  return undefined;
}

/** Writes a ticket that was opened or changed, and what the log of changes keeps of it. */
export function writeTicket(sql: Sql, keeping: Keeping, ticket: Ticket, before?: Stored): Ticket {
  storeTicket(sql, keeping, ticket, before);
  insertChange(sql, changeOf(before?.ticket, ticket, Date.now()));
  return ticket;
}

/** Writes the head anew, and of the thread what is not as it was. */
function storeTicket(sql: Sql, { vault, calendar }: Keeping, ticket: Ticket, before?: Stored): void {
  const { number } = ticket;
  const columns = ticketColumns(vault, calendar, ticket);
  const thread = threadChange(vault, ticket, before?.entries ?? []);
  sql.run(
    `insert into ticket (number, district, kind, category, open, late_at, remind_at, conversation, person, opened_at, sealed,
       news, files, erase_at, asked_at, keys, entries, version, termed)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
     on conflict (number) do update set kind = excluded.kind, category = excluded.category,
       person = excluded.person, open = excluded.open, late_at = excluded.late_at, remind_at = excluded.remind_at,
       sealed = excluded.sealed, news = excluded.news, files = excluded.files, erase_at = excluded.erase_at,
       asked_at = excluded.asked_at, keys = excluded.keys, entries = excluded.entries,
       version = excluded.version, termed = 1`,
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
    sealHead(vault, ticket),
    columns.news ? 1 : 0,
    columns.files ? 1 : 0,
    columns.eraseAt,
    columns.askedAt,
    spaced(columns.keys),
    thread.entries,
    ticket.version,
  );
  writeThread(sql, number, thread);
  const was = before && { ...ticketColumns(vault, calendar, before.ticket), keys: before.keys };
  writeListed(sql, number, columns, was);
  writeParts(sql, number, columns);
  writeTerms(sql, number, columns, before?.termed && was ? was.terms : []);
}

function writeTerms(
  sql: Sql,
  number: string,
  { terms, openedAt }: Pick<ReturnType<typeof ticketColumns>, "terms" | "openedAt">,
  before: readonly string[],
): void {
  for (const term of before)
    if (!terms.includes(term))
      sql.run("delete from term where term = ? and opened_at = ? and ticket = ?", term, openedAt, number);
  for (const term of terms)
    if (!before.includes(term)) sql.run("insert or ignore into term values (?, ?, ?)", term, openedAt, number);
}

function writeThread(sql: Sql, number: string, { written, entries, before }: ThreadChange): void {
  for (const { no, sealed } of written)
    sql.run(
      "insert into entry (ticket, no, sealed) values (?, ?, ?) on conflict (ticket, no) do update set sealed = excluded.sealed",
      number,
      no,
      sealed,
    );
  if (entries < before) sql.run("delete from entry where ticket = ? and no >= ?", number, entries);
}

/** Brings the tickets of an older release to this form, some at a time; until then nobody sees these in a list. */
export async function migrateTickets(shared: SharedCommit, keeping: Keeping): Promise<void> {
  for (;;) {
    const rows = shared.read((sql) => sql.all("select number from ticket where termed is null limit 500"));
    if (rows.length === 0) return;
    await shared.write((sql) => {
      for (const { number } of rows) {
        const stored = readTicket(sql, keeping.vault, String(number));
        if (stored) storeTicket(sql, keeping, stored.ticket, stored);
      }
    });
  }
}
