import type { Vault } from "../privacy/vault.ts";
import { lookAtMongo } from "./mongo/look.ts";
import { isFileWorked, lookAtSqlite, missingFile, olderWorkerOf } from "./sqlite/look.ts";

/** A store as it is before anybody opens it. */
export type StoreLook = {
  /** The form of what is stored; `undefined` where nothing is yet. */
  form: number | undefined;
  /** The form that this release writes. */
  newest: number;
  /** Ms since 1970 by the store's own clock, where it has one. */
  clock?: number;
  /** A single server, which nothing can take the place of. */
  alone?: true;
};

/** Looks without a change. Rejects with SETTINGS_INVALID where it cannot be reached or its keys are others. */
export const lookAtStore = (url: string, vault: Vault): Promise<StoreLook> =>
  url.startsWith("sqlite:") ? lookAtSqlite(url, vault) : lookAtMongo(url, vault);

/** One sentence where an SQLite file is not there; a database server is asked when it is opened. */
export const missingStore = (url: string): string | undefined =>
  url.startsWith("sqlite:") ? missingFile(url) : undefined;

/** Which process works an SQLite file of an older form, as `process 4711`: it is of an older release. */
export const olderWorker = async (url: string, vault: Vault): Promise<string | undefined> =>
  url.startsWith("sqlite:") ? olderWorkerOf(url, vault) : undefined;

/** Whether a process works an SQLite file; `undefined` for a database server, which any number may use. */
export const isStoreWorked = (url: string): boolean | undefined =>
  url.startsWith("sqlite:") ? isFileWorked(url) : undefined;
