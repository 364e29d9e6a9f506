import type { Vault } from "../privacy/vault.ts";
import type { StoreLook } from "./driver.ts";
import { driverOf } from "./index.ts";

/** Rejects as `StoreDriver.look` does. */
export const lookAtStore = async (url: string, vault: Vault): Promise<StoreLook> => driverOf(url).look(url, vault);

export const missingStore = (url: string): string | undefined => driverOf(url).missing?.(url);

export const olderWorker = async (url: string, vault: Vault): Promise<string | undefined> =>
  driverOf(url).olderWorker?.(url, vault);

/** Returns `undefined` for a database server and for a store in memory. */
export const isStoreWorked = (url: string): boolean | undefined => driverOf(url).isWorked?.(url);
