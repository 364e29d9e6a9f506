import type { Change, LoggedChange } from "../../casework/change.ts";
import type { Changes } from "../ports/changes.ts";
import { spaced, unspaced } from "./listed-tickets.ts";
import type { Row, SharedCommit, Sql } from "./shared-commit.ts";

/** `version` is null in a ticket that only older releases have changed. */
export const CHANGE_SCHEMA = `
alter table ticket add column version integer;
create table change (
  seq integer primary key autoincrement, at integer not null, ticket text not null, version integer not null,
  keys text, gone text, barred text, was text, now text not null
);
`;

export function insertChange(sql: Sql, { at, ticket, version, keys, left, barred, was, now }: LoggedChange): void {
  sql.run(
    "insert into change (at, ticket, version, keys, gone, barred, was, now) values (?, ?, ?, ?, ?, ?, ?, ?)",
    at,
    ticket,
    version,
    spaced(keys),
    spaced(left),
    spaced(barred),
    was ? JSON.stringify(was) : null,
    JSON.stringify(now),
  );
}

const changeIn = (row: Row): Change => ({
  seq: Number(row.seq),
  at: Number(row.at),
  ticket: String(row.ticket),
  version: Number(row.version),
  keys: unspaced(row.keys),
  left: unspaced(row.gone),
  barred: unspaced(row.barred),
  ...(row.was === null ? {} : { was: JSON.parse(String(row.was)) as Change["now"] }),
  now: JSON.parse(String(row.now)) as Change["now"],
});

export const sqliteChanges = (shared: SharedCommit): Changes => ({
  changes: async (after, limit) =>
    shared.read((sql) =>
      sql.all("select * from change where seq > ? order by seq limit +?", after, limit).map(changeIn),
    ),
});
