import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEYS, TRAITS, testVault } from "../support/keys.ts";
import { storeConformance } from "./store.ts";

const options = { vault: testVault(), calendar: { holidays: new Set<string>() }, traits: TRAITS };

storeConformance("sqlite", async () => {
  const store = await openSqlite("sqlite::memory:", options);
  return { store, close: () => store.close() };
});

storeConformance("sqlite in a thread of its own", async () => {
  const directory = mkdtempSync(join(tmpdir(), "sapa-thread-"));
  const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, { ...options, ownThread: KEYS });
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
});
