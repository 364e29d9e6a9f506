import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Vault } from "../../privacy/vault.ts";
import { Recipient, type RowKind, rowSeal } from "../../register/recipient.ts";
import type { Sample } from "../key-checks.ts";
import type { Resealed } from "../ports/sealing.ts";
import { buildGeneration } from "./generation.ts";
import { syncToDisk } from "./generation-files.ts";
import { openStatements, type SharedCommit, type Sql } from "./shared-commit.ts";

const AT_ONCE = 1_000;
const ROWS_TRIED = 20;

type Live = { kind: RowKind; district: string; id: string };

export type SealedRegisters = ReturnType<typeof sealedRegisters>;

export function sealedRegisters(shared: SharedCommit, directory: string, vault: Vault) {
  const fileOf = ({ kind, district, id }: Live) => join(directory, `${kind}-${district}-${id}.db`);
  const all = (): Live[] =>
    shared
      .read((sql) => sql.all("select kind, district, id from generation"))
      .map((row) => ({ kind: row.kind as RowKind, district: String(row.district), id: String(row.id) }))
      .filter((one) => existsSync(fileOf(one)));
  const placeOf = ({ kind, district }: Live): string => rowSeal(kind, district);

  function reading<T>(one: Live, read: (sql: Sql) => T): T {
    const db = new DatabaseSync(fileOf(one), { readOnly: true });
    try {
      return read(openStatements(db));
    } finally {
      db.close();
    }
  }

  const versionsIn = (one: Live): { version: number; count: number }[] =>
    reading(one, (sql) =>
      sql.all("select substr(sealed, 1, 1) as first, count(*) as count from row group by first"),
    ).map(({ first, count }) => ({ version: (first as Uint8Array)[0] ?? 0, count: Number(count) }));

  /** The new file goes live, unless an import has replaced the list. */
  async function reseal(one: Live): Promise<Resealed> {
    const next = { ...one, id: randomBytes(6).toString("hex") };
    const building = buildGeneration(fileOf(next), undefined);
    let resealed = 0;
    reading(one, (sql) => {
      for (let last = 0; ; ) {
        const rows = sql.all(
          "select rowid as at, nik, kk, hash, sealed from row where rowid > ? order by rowid limit +?",
          last,
          AT_ONCE,
        );
        building.add(
          rows.map(({ nik, kk, hash, sealed }) => ({
            nik: String(nik),
            kk: kk === null ? null : String(kk),
            hash: String(hash),
            sealed: vault.reseal(sealed as Uint8Array, placeOf(one)),
          })),
        );
        resealed += rows.length;
        last = Number(rows.at(-1)?.at ?? last);
        if (rows.length < AT_ONCE) return;
      }
    });
    building.finish();
    for (const path of [fileOf(next), directory]) syncToDisk(path);
    const changed = await shared.write((sql) =>
      sql.run(
        "update generation set id = ? where kind = ? and district = ? and id = ?",
        next.id,
        one.kind,
        one.district,
        one.id,
      ),
    );
    rmSync(fileOf(changed > 0 ? one : next), { force: true });
    return changed > 0 ? { resealed, left: 0 } : { resealed: 0, left: resealed };
  }

  return {
    places: () => all().map(placeOf),
    count(place: string): Record<number, number> | undefined {
      const one = all().find((each) => placeOf(each) === place);
      return one && Object.fromEntries(versionsIn(one).map(({ version, count }) => [version, count]));
    },
    async reseal(place: string): Promise<Resealed> {
      const one = all().find((each) => placeOf(each) === place);
      const isOld = one && versionsIn(one).some(({ version }) => version !== vault.version);
      return one && isOld ? reseal(one) : { resealed: 0, left: 0 };
    },
    samples: (): Sample[] =>
      all().flatMap((one) =>
        versionsIn(one).map(({ version }) => {
          const row = reading(one, (sql) =>
            sql.get("select sealed from row where substr(sealed, 1, 1) = ? limit 1", Buffer.of(version)),
          );
          return { version, sealed: row?.sealed as Uint8Array, about: placeOf(one) };
        }),
      ),
    tryIndexKey() {
      const lists = all().filter(({ kind }) => kind === "register");
      const rows = lists.flatMap((one) =>
        reading(one, (sql) => sql.all("select nik, sealed from row limit +?", ROWS_TRIED)).map(({ nik, sealed }) => ({
          nik,
          person: Recipient.parse(vault.open(sealed as Uint8Array, placeOf(one))),
        })),
      );
      const named = rows.filter(({ person }) => person.nik !== "");
      return {
        tried: named.length,
        found: named.filter(({ nik, person }) => vault.index("nik", person.nik) === nik).length,
      };
    },
  };
}
