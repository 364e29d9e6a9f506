import type { Vault } from "../privacy/vault.ts";
import type { StoreLook } from "./driver.ts";
import { driverOf } from "./index.ts";

/** Looks without a change. Rejects with SETTINGS_INVALID where it cannot be reached or its keys are others. */
export const lookAtStore = async (url: string, vault: Vault): Promise<StoreLook> => driverOf(url).look(url, vault);

/** One sentence where the store's file is not there; a database server is asked when it is opened. */
export const missingStore = (url: string): string | undefined => driverOf(url).missing?.(url);

/** Which process works a store's file of an older form, as `process 4711`: it is of an older release. */
export const olderWorker = async (url: string, vault: Vault): Promise<string | undefined> =>
  driverOf(url).olderWorker?.(url, vault);

/** Whether a process works the store's file; `undefined` for a database server, which any number may use. */
export const isStoreWorked = (url: string): boolean | undefined => driverOf(url).isWorked?.(url);
