import type { DatabaseSync } from "node:sqlite";
import type { Changes } from "../ports/register.ts";
import type { Sql } from "./shared-commit.ts";

/** SQLite compares the generations, because both may be too large for this process's memory. */
export function compareGenerations(db: DatabaseSync, sql: Sql, livePath: string | undefined): Changes {
  const count = (query: string): number => countIn(sql, query);
  const rows = count("select count(*) as count from row");
  if (livePath === undefined)
    return { rows, added: rows, removed: 0, changed: 0, unchanged: 0, people: 0, peopleGone: 0 };
  db.prepare("attach ? as live").run(livePath);
  const unchanged = count(
    "select count(*) as count from row n where exists (select 1 from live.row o where o.nik = n.nik and o.hash = n.hash)",
  );
  const added = count(
    "select count(*) as count from row n where not exists (select 1 from live.row o where o.nik = n.nik)",
  );
  const gone = sql.get(
    "select count(*) as count, count(distinct o.nik) as people from live.row o where not exists (select 1 from row n where n.nik = o.nik)",
  );
  const people = count("select count(distinct nik) as count from live.row");
  db.exec("detach live");
  const [removed, peopleGone] = [Number(gone?.count ?? 0), Number(gone?.people ?? 0)];
  return { rows, added, removed, changed: rows - unchanged - added, unchanged, people, peopleGone };
}

export const countIn = (sql: Sql, query: string): number => Number(sql.get(query)?.count ?? 0);
