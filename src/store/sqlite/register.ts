import type { Vault } from "../../privacy/vault.ts";
import { MOST_ROWS_OF_NUMBER } from "../../register/placeholder.ts";
import { Aid, Recipient, type RowKind, rowSeal } from "../../register/recipient.ts";
import { openNobodies } from "../decoy-rows.ts";
import type { Register, RowNumber } from "../ports/register.ts";
import { liveGeneration, openReader, type ReadingFrom } from "./live-generation.ts";
import { newGeneration } from "./new-generation.ts";
import type { Row, SharedCommit } from "./shared-commit.ts";

/** Each row names the live generation of one list. */
export const REGISTER_SCHEMA = `
create table generation (
  kind text, district text, id text not null, as_of text not null, rows integer not null, imported_at integer not null,
  primary key (kind, district)
) without rowid;
`;

/** `publish` describes this column and the columns below. */
export const COUNTED_SCHEMA = "alter table generation add column valid integer;";
export const UNREAD_SCHEMA = "alter table generation add column unread integer;";
export const DESIL_SCHEMA = "alter table generation add column desils integer;";
export const REFUSED_SCHEMA = "alter table generation add column refused text;";

export const PROGRAMMES_SCHEMA = "alter table generation add column programmes text;";
export const PAYMENTS_SCHEMA = "alter table generation add column payments text;";

export function sqliteRegister(
  shared: SharedCommit,
  directory: string,
  vault: Vault,
): Register & { close(): Promise<void> } {
  const openNobody = openNobodies(vault);
  const from: ReadingFrom = { shared, directory, readers: new Map() };

  function sealedRows(kind: RowKind, district: string, column: RowNumber, index: string): Row[] {
    const sql = `select sealed from row where ${column} = ? limit +?`;
    const rows = openReader(from, kind, district)?.all(sql, index, MOST_ROWS_OF_NUMBER + 1) ?? [];
    return rows.length > MOST_ROWS_OF_NUMBER ? [] : rows;
  }

  const opened = (row: Row, kind: RowKind, district: string): unknown =>
    vault.open(row.sealed as Uint8Array, rowSeal(kind, district));

  function recipients(district: string, by: RowNumber, number: string): Recipient[] {
    const rows = sealedRows("register", district, by, vault.index(by, number));
    openNobody(rows.length, by);
    return rows.map((row) => Recipient.parse(opened(row, "register", district)));
  }

  return {
    recipientsByNik: async (district, nik) => recipients(district, "nik", nik),
    recipientsByKk: async (district, kk) => recipients(district, "kk", kk),
    aidByNik: async (district, nik) =>
      sealedRows("aid", district, "nik", vault.index("nik", nik)).map((row) => Aid.parse(opened(row, "aid", district))),
    async hasFamilyCards(district) {
      const sql = openReader(from, "register", district);
      return sql === undefined || sql.get("select 1 from row where kk is not null limit 1") !== undefined;
    },
    generation: async (kind, district) => liveGeneration(shared, kind, district),
    newGeneration: (kind, district, asOf) => newGeneration(from, kind, district, asOf),

    async close() {
      for (const { db } of from.readers.values()) db.close();
      from.readers.clear();
    },
  };
}
