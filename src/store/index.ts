import { AppError } from "../vocabulary/errors.ts";
import type { StoreDriver } from "./driver.ts";
import type { StoreOptions } from "./options.ts";
import type { Store } from "./ports/store.ts";
import { knownSchemes, type SchemeName, schemeOf } from "./schemes.ts";
import { openSqlite } from "./sqlite/index.ts";
import { describeMissingFile, isFileWorked, lookAtSqlite, olderWorkerOf } from "./sqlite/look-at-sqlite.ts";

const sqlite: StoreDriver = {
  open: openSqlite,
  look: lookAtSqlite,
  missing: describeMissingFile,
  olderWorker: olderWorkerOf,
  isWorked: isFileWorked,
};
/** Loads MongoDB's library at the first use, since loading takes half a second that other processes need not spend. */
const mongo: StoreDriver = {
  open: async (url, options) => (await import("./mongo/index.ts")).openMongo(url, options),
  look: async (url, vault) => (await import("./mongo/look-at-mongo.ts")).lookAtMongo(url, vault),
};

/** The drivers of the stores, by their scheme in `schemes.ts`. */
export const stores: Record<SchemeName, StoreDriver> = {
  "sqlite:": sqlite,
  "mongodb:": mongo,
  "mongodb+srv:": mongo,
};

/** The driver for a store's URL; throws SETTINGS_INVALID for a scheme we have no store for. */
export function driverOf(url: string): StoreDriver {
  const scheme = schemeOf(url);
  if (!scheme) throw new AppError("SETTINGS_INVALID", `STORE_URL must begin with ${knownSchemes()}`);
  return stores[scheme];
}

/** Opens the store that `STORE_URL` names; rejects with SETTINGS_INVALID for a scheme we have no store for. */
export const openStore = async (url: string, options: StoreOptions): Promise<Store> => driverOf(url).open(url, options);
