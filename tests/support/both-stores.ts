import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { storeOptions } from "./keys.ts";
import { emptyDatabase, mongoUrl } from "./mongo.ts";

/** `open` gives each test an empty store. */
export function onBothStores(cases: (name: string, open: () => Promise<Store>) => void): void {
  cases("SQLite", async () => {
    const store = await openSqlite("sqlite::memory:", storeOptions());
    onTestFinished(() => store.close());
    return store;
  });
  if (!mongoUrl) return;
  cases("MongoDB", async () => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const store = await openMongo(database.url, storeOptions());
    onTestFinished(async () => {
      await store.close();
      await database.drop();
    });
    return store;
  });
}
