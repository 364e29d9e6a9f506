import { DatabaseSync } from "node:sqlite";
import { type Generation, type ProgrammeCount, type RowKind, rowSeal } from "../../register/recipient.ts";
import type { RowCount } from "../../register/row-count.ts";
import { generationFile } from "./generation-files.ts";
import { openStatements, type SharedCommit, type Sql } from "./shared-commit.ts";

type Reader = { id: string; db: DatabaseSync; sql: Sql };

export type ReadingFrom = { shared: SharedCommit; directory: string; readers: Map<string, Reader> };

export function liveGeneration(shared: SharedCommit, kind: RowKind, district: string): Generation | undefined {
  const row = shared.read((sql) => sql.get("select * from generation where kind = ? and district = ?", kind, district));
  return (
    row && {
      id: String(row.id),
      asOf: String(row.as_of),
      rows: Number(row.rows),
      importedAt: Number(row.imported_at),
      ...(row.valid === null ? {} : { valid: Number(row.valid) }),
      ...(row.unread === null ? {} : { unread: Number(row.unread) }),
      ...(row.desils === null ? {} : { desils: Number(row.desils) }),
      ...(typeof row.refused === "string" ? { refused: JSON.parse(row.refused) as RowCount } : {}),
      ...(typeof row.programmes === "string" ? { programmes: JSON.parse(row.programmes) as string[] } : {}),
      ...(typeof row.payments === "string" ? { payments: JSON.parse(row.payments) as ProgrammeCount[] } : {}),
    }
  );
}

export function openReader(
  { shared, directory, readers }: ReadingFrom,
  kind: RowKind,
  district: string,
): Sql | undefined {
  const generation = liveGeneration(shared, kind, district);
  const key = rowSeal(kind, district);
  const open = readers.get(key);
  if (open && open.id === generation?.id) return open.sql;
  open?.db.close();
  readers.delete(key);
  if (!generation) return undefined;
  const db = new DatabaseSync(generationFile(directory, kind, district, generation.id), { readOnly: true });
  const sql = openStatements(db);
  readers.set(key, { id: generation.id, db, sql });
  return sql;
}
