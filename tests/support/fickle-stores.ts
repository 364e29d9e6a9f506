import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions } from "./keys.ts";
import { emptyDatabase, mongoUrl } from "./mongo.ts";
import { openRelay } from "./relay.ts";

export type Fickle = { store: Store; away(): void; back(): void; close(): Promise<void> };

export const fickleStores: { name: string; open(): Promise<Fickle> }[] = [
  {
    name: "SQLite",
    async open() {
      const directory = mkdtempSync(join(tmpdir(), "sapa-fickle-"));
      const path = join(directory, "sapa.db");
      const store = await openSqlite(`sqlite:${path}`, storeOptions());
      const other = new DatabaseSync(path);
      return {
        store,
        away: () => other.exec("alter table outbound rename to elsewhere"),
        back: () => other.exec("alter table elsewhere rename to outbound"),
        async close() {
          other.close();
          await store.close();
          rmSync(directory, { recursive: true });
        },
      };
    },
  },
];
if (mongoUrl) {
  fickleStores.push({
    name: "MongoDB",
    async open() {
      const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
      const way = await openRelay(database.url, 27_017);
      const store = await openMongo(way.url, storeOptions());
      return {
        store,
        away: way.cut,
        back: way.resume,
        async close() {
          await store.close();
          await way.close();
          await database.drop();
        },
      };
    },
  });
}
