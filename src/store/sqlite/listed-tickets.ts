import type { ticketColumns } from "../ticket-columns.ts";
import type { Sql } from "./shared-commit.ts";

/**
 * - `at`: when the ticket was opened (ms since 1970).
 * - `late_at`: when its next clock runs out (ms since 1970).
 * - `barred`, `keys`: ids and keys between spaces.
 */
export const LISTED_SCHEMA = `
alter table ticket add column keys text;
create table listed (
  key text not null, open integer not null, at integer not null, ticket text not null, late_at integer,
  category text not null, area text, barred text, primary key (key, open, at, ticket)
) without rowid;
create index listed_clock on listed (key, open, late_at, ticket) where late_at is not null;
drop index if exists ticket_open;
drop index if exists ticket_officer;
drop index if exists ticket_beside;
drop index if exists ticket_area;
drop index if exists ticket_kecamatan;
drop index if exists ticket_category;
drop index if exists ticket_reason;
drop index if exists ticket_sensitive;
drop index if exists ticket_load;
drop index if exists ticket_load_beside;
drop index if exists ticket_unread;
create index ticket_unlisted on ticket (number) where keys is null;
`;

export const CLOCK_SCHEMA = `
drop index listed_clock;
create index listed_clock on listed (key, open, late_at, ticket, barred) where late_at is not null;
`;

export type Listed = Pick<
  ReturnType<typeof ticketColumns>,
  "keys" | "open" | "openedAt" | "lateAt" | "category" | "area" | "barred"
>;

/** Ids and keys contain no spaces. */
export const spaced = (all: readonly string[]): string | null => (all.length > 0 ? ` ${all.join(" ")} ` : null);

export const unspaced = (column: unknown): string[] => (typeof column === "string" ? column.trim().split(" ") : []);

export function writeListed(sql: Sql, number: string, now: Listed, before: Listed | undefined): void {
  if (before && contentOf(before) === contentOf(now)) return;
  for (const key of before?.keys ?? [])
    sql.run(
      "delete from listed where key = ? and open = ? and at = ? and ticket = ?",
      key,
      Number(before?.open),
      Number(before?.openedAt),
      number,
    );
  for (const key of now.keys)
    sql.run(
      "insert or replace into listed values (?, ?, ?, ?, ?, ?, ?, ?)",
      key,
      Number(now.open),
      now.openedAt,
      number,
      now.lateAt,
      now.category,
      now.area,
      spaced(now.barred),
    );
}

const contentOf = ({ keys, open, openedAt, lateAt, category, area, barred }: Listed): string =>
  JSON.stringify([keys, open, openedAt, lateAt, category, area, barred]);
