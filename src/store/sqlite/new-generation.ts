import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import type { RowKind } from "../../register/recipient.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { NewGeneration } from "../ports/register.ts";
import { buildGeneration } from "./generation.ts";
import { generationFile, isBeingBuilt, removeLeftovers, syncToDisk } from "./generation-files.ts";
import { liveGeneration, openReader, type ReadingFrom } from "./live-generation.ts";

/** Each generation has a file of its own. One write into the main database publishes the generation. */
export async function newGeneration(
  from: ReadingFrom,
  kind: RowKind,
  district: string,
  asOf: string,
): Promise<NewGeneration> {
  const { shared, directory } = from;
  const live = () => liveGeneration(shared, kind, district)?.id;
  if (isBeingBuilt(directory, kind, district, live())) {
    throw new AppError(
      "IMPORT_UNREADABLE",
      "another import of this list is at work: wait until it has ended, then start this one again",
    );
  }
  removeLeftovers(directory, kind, district, live());
  const id = randomBytes(6).toString("hex");
  const path = generationFile(directory, kind, district, id);
  const current = live();
  const building = buildGeneration(path, current && generationFile(directory, kind, district, current));
  return {
    add: async (rows) => building.add(rows),
    dropRepeated: async () => building.dropRepeated(),
    sharedNiks: async (after, limit) => building.sharedNiks(after, limit),
    crowdedNumbers: async (by, most) => building.crowdedNumbers(by, most),
    rowsOfNumber: async (by, index, limit) => building.rowsOfNumber(by, index, limit),
    replace: async (rows) => building.replace(rows),
    compare: async () => building.compare(),
    async publish({ valid, unread, desils, refused, programmes, payments } = {}) {
      if (!existsSync(path)) {
        throw new AppError("IMPORT_UNREADABLE", "another import of this list was quicker; this one was given up");
      }
      const rows = building.finish();
      for (const name of [path, directory]) syncToDisk(name);
      await shared.write((sql) =>
        sql.run(
          "insert into generation (kind, district, id, as_of, rows, imported_at, valid, unread, desils, refused, programmes, payments) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (kind, district) do update set id = excluded.id, as_of = excluded.as_of, rows = excluded.rows, imported_at = excluded.imported_at, valid = excluded.valid, unread = excluded.unread, desils = excluded.desils, refused = excluded.refused, programmes = excluded.programmes, payments = excluded.payments",
          kind,
          district,
          id,
          asOf,
          rows,
          Date.now(),
          valid ?? null,
          unread ?? null,
          desils ?? null,
          refused ? JSON.stringify(refused) : null,
          programmes ? JSON.stringify(programmes) : null,
          payments ? JSON.stringify(payments) : null,
        ),
      );
      openReader(from, kind, district);
      removeLeftovers(directory, kind, district, live());
    },
    async discard() {
      building.close();
      for (const name of [path, `${path}-journal`]) rmSync(name, { force: true });
    },
  };
}
