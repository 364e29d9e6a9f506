import { DatabaseSync } from "node:sqlite";
import type { Changes, PreparedRow, Replaced, RowNumber } from "../ports/register.ts";
import { compareGenerations, countIn } from "./compare-generations.ts";
import { openStatements, type Row, type Sql } from "./shared-commit.ts";

const PLACEHOLDERS_AT_ONCE = 8;
const MANY = `insert into row values ${Array(PLACEHOLDERS_AT_ONCE).fill("(?, ?, ?, ?)").join(", ")}`;
const ONE = "insert into row values (?, ?, ?, ?)";

/** In ms. Another import may lock this file for a moment. */
const LOOKED_AT = 5_000;

/** The new file needs no journal, because no process reads an incomplete file. */
export function buildGeneration(path: string, livePath: string | undefined) {
  const db = new DatabaseSync(path, { timeout: LOOKED_AT });
  db.exec(
    "pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma page_size = 4096",
  );
  db.exec("create table row (nik text not null, kk text, hash text not null, sealed blob not null)");
  const sql = openStatements(db);
  let indexed = false;
  let finished: number | undefined;

  /** The index contains the hash, because thousands of rows may share a NIK. */
  function index(): void {
    if (indexed) return;
    db.exec("create index row_nik on row (nik, hash); create index row_kk on row (kk) where kk is not null");
    indexed = true;
  }

  return {
    add: (rows: readonly PreparedRow[]): void => addRows(db, sql, rows),
    dropRepeated(): number {
      index();
      return sql.run(
        "delete from row where exists (select 1 from row o where o.nik = row.nik and o.hash = row.hash and o.rowid < row.rowid)",
      );
    },
    sharedNiks(after: string, limit: number): PreparedRow[] {
      index();
      const rows = sql.all(
        "select * from row where nik in (select nik from row where nik > ? group by nik having count(*) > 1 order by nik limit +?) order by nik",
        after,
        limit,
      );
      return rows.map(preparedOf);
    },
    crowdedNumbers(by: RowNumber, most: number): string[] {
      index();
      const crowded = `select ${by} as number from row where ${by} is not null group by ${by} having count(*) > ?`;
      return sql.all(crowded, most).map(({ number }) => String(number));
    },
    rowsOfNumber(by: RowNumber, number: string, limit: number): PreparedRow[] {
      index();
      return sql.all(`select * from row where ${by} = ? limit +?`, number, limit).map(preparedOf);
    },
    replace(rows: readonly Replaced[]): void {
      const update = "update row set nik = ?, kk = ?, hash = ?, sealed = ? where nik = ? and hash = ?";
      db.exec("begin");
      for (const { old, next } of rows) sql.run(update, next.nik, next.kk, next.hash, next.sealed, old.nik, old.hash);
      db.exec("commit");
    },
    compare(): Changes {
      index();
      return compareGenerations(db, sql, livePath);
    },
    close(): void {
      if (db.isOpen) db.close();
    },
    finish(): number {
      if (finished !== undefined) return finished;
      index();
      finished = countIn(sql, "select count(*) as count from row");
      db.close();
      return finished;
    },
  };
}

const preparedOf = ({ nik, kk, hash, sealed }: Row): PreparedRow => ({
  nik: String(nik),
  kk: kk === null ? null : String(kk),
  hash: String(hash),
  sealed: sealed as Uint8Array,
});

function addRows(db: DatabaseSync, sql: Sql, rows: readonly PreparedRow[]): void {
  db.exec("begin");
  let at = 0;
  for (; at + PLACEHOLDERS_AT_ONCE <= rows.length; at += PLACEHOLDERS_AT_ONCE) {
    sql.run(
      MANY,
      ...rows.slice(at, at + PLACEHOLDERS_AT_ONCE).flatMap(({ nik, kk, hash, sealed }) => [nik, kk, hash, sealed]),
    );
  }
  for (const { nik, kk, hash, sealed } of rows.slice(at)) sql.run(ONE, nik, kk, hash, sealed);
  db.exec("commit");
}
