import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { KEYS } from "../support/keys.ts";
import { storeConformance } from "./store.ts";

storeConformance("sqlite", async (options) => {
  const store = await openSqlite("sqlite::memory:", options);
  return { store, close: () => store.close() };
});

storeConformance(
  "sqlite in a thread of its own",
  async (options) => {
    const directory = mkdtempSync(join(tmpdir(), "sapa-thread-"));
    const store = await openSqlite(`sqlite:${join(directory, "sapa.db")}`, { ...options, ownThread: KEYS });
    return {
      store,
      close: async () => {
        await store.close();
        rmSync(directory, { recursive: true, force: true });
      },
    };
  },
  false,
);
