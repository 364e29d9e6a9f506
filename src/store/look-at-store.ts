import type { Vault } from "../privacy/vault.ts";
import type { StoreLook } from "./driver.ts";
import { driverOf } from "./index.ts";

/**
 * Looks at the store of `url` and changes nothing. Rejects with SETTINGS_INVALID if the store cannot be reached or
 * other keys sealed its data.
 */
export const lookAtStore = async (url: string, vault: Vault): Promise<StoreLook> => driverOf(url).look(url, vault);

/** Returns a sentence about a missing file; `undefined` for an existing file and for a database server. */
export const missingStore = (url: string): string | undefined => driverOf(url).missing?.(url);

/** Returns a name such as `process 4711` if a process of an older release uses the store's file. */
export const olderWorker = async (url: string, vault: Vault): Promise<string | undefined> =>
  driverOf(url).olderWorker?.(url, vault);

/** Tells whether a process uses the store's file; `undefined` for a database server. */
export const isStoreWorked = (url: string): boolean | undefined => driverOf(url).isWorked?.(url);
