import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { defined } from "../../defined.ts";
import type { Vault } from "../../privacy/vault.ts";
import { type KeyRecords, listServedVersions, noteServed, retireVersion, type Sample } from "../key-checks.ts";
import type { Files } from "../ports/files.ts";
import type { Resealed, Sealing } from "../ports/sealing.ts";
import { SEALED_COLUMNS, type SealedColumn } from "./sealed-places.ts";
import type { SealedRegisters } from "./sealed-registers.ts";
import type { SharedCommit } from "./shared-commit.ts";
import { headOf, TICKET_COLUMNS } from "./ticket-read.ts";

const FILES = "files";

/** A file's first byte is the version of its key. */
export async function fileSamples(directory: string): Promise<Sample[]> {
  const names = await readdir(directory).catch(() => []);
  const samples: Sample[] = [];
  for (const name of names.filter((one) => !one.endsWith(".part"))) {
    const file = await open(join(directory, name));
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(1), 0, 1, 0);
      if (bytesRead > 0) samples.push({ version: buffer[0] ?? 0, sealed: buffer });
    } finally {
      await file.close();
    }
  }
  return samples;
}

type Parts = {
  shared: SharedCommit;
  vault: Vault;
  registers: SealedRegisters;
  files: Pick<Files, "file" | "keepFile">;
  directory: string;
  keys: KeyRecords;
};

export function sqliteSealing({ shared, vault, registers, files, directory, keys }: Parts): Sealing {
  async function resealColumn(from: SealedColumn, after: string | undefined, limit: number): Promise<Resealed> {
    const { table, column, order, name, about } = from;
    const last = order === "seq" ? Number(after ?? -1) : (after ?? "");
    const rows = shared.read((sql) =>
      sql.all(
        `select ${order} as at, ${name} as name, ${column} as sealed from ${table}
         where ${order} > ? and ${column} is not null and substr(${column}, 1, 1) <> ? order by ${order} limit +?`,
        last,
        Buffer.of(vault.version),
        limit,
      ),
    );
    const anew = rows.flatMap(({ at, name, sealed }) => {
      const value = resealed(sealed as Uint8Array, `${about} ${name}`);
      return value && at !== undefined ? [{ at, sealed: sealed as Uint8Array, value }] : [];
    });
    const done = await shared.write((sql) =>
      anew
        .map(({ at, sealed, value }) =>
          sql.run(`update ${table} set ${column} = ? where ${order} = ? and ${column} = ?`, value, at, sealed),
        )
        .reduce((sum, one) => sum + one, 0),
    );
    const next = rows.length === limit ? String(rows.at(-1)?.at) : undefined;
    return { resealed: done, left: rows.length - done, ...defined({ next }) };
  }

  function resealed(sealed: Uint8Array, about: string): Buffer | undefined {
    try {
      return vault.reseal(sealed, about);
    } catch {
      return undefined;
    }
  }

  /** Only tickets contain the ids of files, because a file's name is an HMAC. */
  async function resealFiles(after: string, limit: number): Promise<Resealed> {
    const rows = shared.read((sql) =>
      sql.all(`select ${TICKET_COLUMNS} from ticket where number > ? order by number limit +?`, after, limit),
    );
    const tickets = rows.map((row) => headOf(vault, row));
    let resealed = 0;
    let left = 0;
    for (const { id } of tickets.flatMap(({ attachments }) => attachments.filter(({ state }) => state === "kept"))) {
      if ((await versionOf(id)) === vault.version) continue;
      const bytes = await files.file(id).catch(() => undefined);
      if (bytes) await files.keepFile(id, bytes);
      if (bytes) resealed += 1;
      else left += 1;
    }
    const next = rows.length === limit ? String(rows.at(-1)?.number) : undefined;
    return { resealed, left, ...defined({ next }) };
  }

  async function versionOf(id: string): Promise<number> {
    const file = await open(join(directory, vault.index("file", id))).catch(() => undefined);
    if (!file) return vault.version; // the file is gone
    try {
      return (await file.read(Buffer.alloc(1), 0, 1, 0)).buffer[0] ?? 0;
    } finally {
      await file.close();
    }
  }

  return {
    sealedPlaces: async () => [...Object.keys(SEALED_COLUMNS), FILES, ...registers.places()],

    async countSealed(place) {
      const from = SEALED_COLUMNS[place];
      if (from) {
        const { table, column } = from;
        const rows = shared.read((sql) =>
          sql.all(
            `select substr(${column}, 1, 1) as first, count(*) as count from ${table} where ${column} is not null group by first`,
          ),
        );
        return Object.fromEntries(rows.map(({ first, count }) => [(first as Uint8Array)[0] ?? 0, Number(count)]));
      }
      if (place !== FILES) return registers.count(place) ?? {};
      const counts: Record<number, number> = {};
      for (const { version } of await fileSamples(directory)) counts[version] = (counts[version] ?? 0) + 1;
      return counts;
    },

    async resealSome(place, after, limit) {
      const from = SEALED_COLUMNS[place];
      if (from) return resealColumn(from, after, limit);
      if (place === FILES) return resealFiles(after ?? "", limit);
      return registers.reseal(place);
    },

    noteKeyServed: () => noteServed(vault, keys),
    servedKeys: async () => listServedVersions(await keys.all()),
    retireKey: (version) => retireVersion(vault, keys, version),
  };
}
