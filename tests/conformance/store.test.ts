import { openSqlite } from "../../src/store/sqlite/index.ts";
import { testVault } from "../support/keys.ts";
import { storeConformance } from "./store.ts";

const calendar = { holidays: new Set<string>() };

storeConformance("sqlite", async () => {
  const store = await openSqlite("sqlite::memory:", { vault: testVault(), calendar });
  return { store, close: () => store.close() };
});
