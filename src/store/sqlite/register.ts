import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Vault } from "../../privacy/vault.ts";
import { Aid, type Generation, Recipient, type RowKind, rowSeal } from "../../register/recipient.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { openNobodies } from "../nobody.ts";
import type { Register } from "../ports/register.ts";
import { buildGeneration } from "./generation.ts";
import { prepared, type Row, type SharedCommit, type Sql } from "./shared-commit.ts";

/** One row of the main database makes a generation live; the rows themselves lie in a file of their own. */
export const REGISTER_SCHEMA = `
create table generation (
  kind text, district text, id text not null, as_of text not null, rows integer not null, imported_at integer not null,
  primary key (kind, district)
) without rowid;
`;

/** How many people of a register are valid; null for a list that was not counted. */
export const COUNTED_SCHEMA = "alter table generation add column valid integer;";
/** How many of them have a status that nobody has mapped; null for a list that was not counted so. */
export const UNREAD_SCHEMA = "alter table generation add column unread integer;";

type Reader = { id: string; db: DatabaseSync; sql: Sql };

/** Registers and aid lists: an import builds a file beside the one that serves, and one write changes them over. */
export function sqliteRegister(
  shared: SharedCommit,
  directory: string,
  vault: Vault,
): Register & { close(): Promise<void> } {
  const openNobody = openNobodies(vault);
  const readers = new Map<string, Reader>();
  const fileOf = (kind: RowKind, district: string, id: string) => join(directory, `${kind}-${district}-${id}.db`);

  function live(kind: RowKind, district: string): Generation | undefined {
    const row = shared.read((sql) =>
      sql.get("select * from generation where kind = ? and district = ?", kind, district),
    );
    return (
      row && {
        id: String(row.id),
        asOf: String(row.as_of),
        rows: Number(row.rows),
        importedAt: Number(row.imported_at),
        ...(row.valid === null ? {} : { valid: Number(row.valid) }),
        ...(row.unread === null ? {} : { unread: Number(row.unread) }),
      }
    );
  }

  /** The file of the live generation, opened once; a new pointer closes the old file. */
  function reader(kind: RowKind, district: string): Sql | undefined {
    const generation = live(kind, district);
    const key = rowSeal(kind, district);
    const open = readers.get(key);
    if (open && open.id === generation?.id) return open.sql;
    open?.db.close();
    readers.delete(key);
    if (!generation) return undefined;
    const db = new DatabaseSync(fileOf(kind, district, generation.id), { readOnly: true });
    const sql = prepared(db);
    readers.set(key, { id: generation.id, db, sql });
    return sql;
  }

  const sealedRows = (kind: RowKind, district: string, column: "nik" | "kk", index: string): Row[] =>
    reader(kind, district)?.all(`select sealed from row where ${column} = ?`, index) ?? [];

  const opened = (row: Row, kind: RowKind, district: string): unknown =>
    vault.open(row.sealed as Uint8Array, rowSeal(kind, district));

  function recipients(district: string, by: "nik" | "kk", number: string): Recipient[] {
    const rows = sealedRows("register", district, by, vault.index(by, number));
    openNobody(rows.length, by);
    return rows.map((row) => Recipient.parse(opened(row, "register", district)));
  }

  /** Whether another import writes a file of this list: its lock goes with its process, so that a killed one holds up nobody. */
  function isBeingBuilt(kind: RowKind, district: string): boolean {
    const kept = live(kind, district)?.id;
    return readdirSync(directory).some((name) => {
      const id = new RegExp(`^${kind}-${district}-(\\w+)\\.db$`).exec(name)?.[1];
      return id !== undefined && id !== kept && isLocked(join(directory, name));
    });
  }

  /** Files that no pointer names: an import that was killed, or an old generation still open elsewhere when it went. */
  function removeLeftovers(kind: RowKind, district: string): void {
    const kept = live(kind, district)?.id;
    for (const name of readdirSync(directory)) {
      const id = new RegExp(`^${kind}-${district}-(\\w+)\\.db`).exec(name)?.[1];
      if (id && id !== kept) rmSync(join(directory, name), { force: true });
    }
  }

  return {
    recipientsByNik: async (district, nik) => recipients(district, "nik", nik),
    recipientsByKk: async (district, kk) => recipients(district, "kk", kk),
    aidByNik: async (district, nik) =>
      sealedRows("aid", district, "nik", vault.index("nik", nik)).map((row) => Aid.parse(opened(row, "aid", district))),
    generation: async (kind, district) => live(kind, district),

    async newGeneration(kind, district, asOf) {
      if (isBeingBuilt(kind, district)) {
        throw new AppError(
          "IMPORT_UNREADABLE",
          "another import of this list is at work: wait until it has ended, then start this one again",
        );
      }
      removeLeftovers(kind, district);
      const id = randomBytes(6).toString("hex");
      const path = fileOf(kind, district, id);
      const current = live(kind, district);
      const building = buildGeneration(path, current && fileOf(kind, district, current.id));
      return {
        add: async (rows) => building.add(rows),
        dropRepeated: async () => building.dropRepeated(),
        sharedNiks: async (after, limit) => building.sharedNiks(after, limit),
        replace: async (old, now) => building.replace(old, now),
        compare: async () => building.compare(),
        async publish({ valid, unread } = {}) {
          if (!existsSync(path)) {
            throw new AppError("IMPORT_UNREADABLE", "another import of this list was quicker; this one was given up");
          }
          const rows = building.finish();
          for (const name of [path, directory]) syncToDisk(name);
          await shared.write((sql) =>
            sql.run(
              "insert into generation (kind, district, id, as_of, rows, imported_at, valid, unread) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (kind, district) do update set id = excluded.id, as_of = excluded.as_of, rows = excluded.rows, imported_at = excluded.imported_at, valid = excluded.valid, unread = excluded.unread",
              kind,
              district,
              id,
              asOf,
              rows,
              Date.now(),
              valid ?? null,
              unread ?? null,
            ),
          );
          reader(kind, district);
          removeLeftovers(kind, district);
        },
        async discard() {
          building.close();
          for (const name of [path, `${path}-journal`]) rmSync(name, { force: true });
        },
      };
    },

    async close() {
      for (const { db } of readers.values()) db.close();
      readers.clear();
    },
  };
}

function isLocked(path: string): boolean {
  const SQLITE_BUSY = 5;
  const db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  try {
    db.prepare("select 1 from sqlite_schema").all();
    return false;
  } catch (error) {
    return (error as { errcode?: number }).errcode === SQLITE_BUSY; // any other is a file that a crash left half
  } finally {
    db.close();
  }
}

export function syncToDisk(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
