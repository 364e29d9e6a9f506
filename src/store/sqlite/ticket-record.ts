import { changeOf } from "../../casework/change.ts";
import { lengthOf } from "../../casework/past.ts";
import type { Ticket } from "../../casework/ticket.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { StoreOptions } from "../options.ts";
import { ticketColumns } from "../ticket-columns.ts";
import { sealChangedEntries, sealHead } from "../ticket-thread.ts";
import { insertChange } from "./changes.ts";
import { spaced, writeListed } from "./listed-tickets.ts";
import { writeParts } from "./parts.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";
import { type Stored, storedWhole, TICKET_COLUMNS } from "./ticket-read.ts";

/** `entries`: the length of the thread; null in a ticket of an older release. */
export const THREAD_SCHEMA = `
alter table ticket add column entries integer;
create table entry (seq integer primary key, ticket text not null, no integer not null, sealed blob not null);
create unique index entry_place on entry (ticket, no);
drop index ticket_unlisted;
create index ticket_whole on ticket (number) where entries is null;
`;

export const TERMS_SCHEMA = `
create table term (
  term text not null, opened_at integer not null, ticket text not null, primary key (term, opened_at, ticket)
) without rowid;
alter table ticket add column termed integer;
drop index ticket_whole;
create index ticket_untermed on ticket (number) where termed is null;
`;

/** `key`: the keyed hash of an entry's id; null in entries of an older release. */
export const ENTRY_KEY_SCHEMA = `
alter table entry add column key text;
create index entry_key on entry (key) where key is not null;
`;

export type Keeping = Pick<StoreOptions, "vault" | "calendar">;

export function writeTicket(sql: Sql, keeping: Keeping, ticket: Ticket, before?: Stored): Ticket {
  storeTicket(sql, keeping, ticket, before);
  insertChange(sql, changeOf(before?.ticket, ticket, Date.now()));
  return ticket;
}

function storeTicket(sql: Sql, { vault, calendar }: Keeping, ticket: Ticket, before?: Stored): void {
  const { number } = ticket;
  const columns = ticketColumns(vault, calendar, ticket);
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
    lengthOf(ticket),
    ticket.version,
  );
  writeThread(sql, vault, ticket, before);
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

function writeThread(sql: Sql, vault: Vault, ticket: Ticket, before?: Stored): void {
  const { number } = ticket;
  for (const { no, key, sealed } of sealChangedEntries(vault, ticket, before?.entries ?? []))
    sql.run(
      `insert into entry (ticket, no, key, sealed) values (?, ?, ?, ?)
       on conflict (ticket, no) do update set key = excluded.key, sealed = excluded.sealed`,
      number,
      no,
      key,
      sealed,
    );
  const length = lengthOf(ticket);
  if (before && length < before.length) sql.run("delete from entry where ticket = ? and no >= ?", number, length);
}

export async function migrateTickets(shared: SharedCommit, keeping: Keeping): Promise<void> {
  for (;;) {
    const numbers = shared.read((sql) => sql.all("select number from ticket where termed is null limit 500"));
    if (numbers.length === 0) return;
    await shared.write((sql) => {
      for (const { number } of numbers) {
        const row = sql.get(`select ${TICKET_COLUMNS}, keys, termed from ticket where number = ?`, String(number));
        const stored = row && storedWhole(sql, keeping.vault, row);
        if (stored) storeTicket(sql, keeping, stored.ticket, stored);
      }
    });
  }
}
