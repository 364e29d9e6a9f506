import { openSqlite } from "../../src/store/sqlite/index.ts";
import { TRAITS, testVault } from "../support/keys.ts";
import { storeConformance } from "./store.ts";

const calendar = { holidays: new Set<string>() };

storeConformance("sqlite", async () => {
  const store = await openSqlite("sqlite::memory:", { vault: testVault(), calendar, traits: TRAITS });
  return { store, close: () => store.close() };
});
