import type { Vault } from "../privacy/vault.ts";
import type { StoreLook } from "./driver.ts";
import { driverOf } from "./index.ts";

/**
 * Looks at the store of `url` and changes nothing. Rejects with SETTINGS_INVALID if the store cannot be reached or was
 * sealed with other keys.
 */
export const lookAtStore = async (url: string, vault: Vault): Promise<StoreLook> => driverOf(url).look(url, vault);

/**
 * Returns a sentence if the store's file does not exist. Returns `undefined` for a database server, which answers only
 * when it is opened.
 */
export const missingStore = (url: string): string | undefined => driverOf(url).missing?.(url);

/**
 * Names the process that uses a store's file of an older form, for example `process 4711`. That process runs an older
 * release.
 */
export const olderWorker = async (url: string, vault: Vault): Promise<string | undefined> =>
  driverOf(url).olderWorker?.(url, vault);

/**
 * Tells whether a process uses the store's file. Returns `undefined` for a database server, which any number of
 * processes may use.
 */
export const isStoreWorked = (url: string): boolean | undefined => driverOf(url).isWorked?.(url);
