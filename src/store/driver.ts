import type { Vault } from "../privacy/vault.ts";
import type { StoreOptions } from "./options.ts";
import type { Store } from "./ports/store.ts";

/** The state of a store, as somebody can read it without opening the store. */
export type StoreLook = {
  /** The form of the stored data; `undefined` for an empty store. */
  form: number | undefined;
  /** The form that this release writes. */
  newest: number;
  /** The time by the store's own clock in ms since 1970; absent if the store has no clock. */
  clock?: number;
  /** The store is a single server, so no other server can take over. */
  alone?: true;
};

/** The functions of a store for its scheme. Only a store in a file has the three optional functions. */
export type StoreDriver = {
  open(url: string, options: StoreOptions): Promise<Store>;
  /** Looks at the store and changes nothing. Rejects with SETTINGS_INVALID if it cannot be reached or was sealed with other keys. */
  look(url: string, vault: Vault): Promise<StoreLook>;
  /** A sentence if the store's file does not exist. */
  missing?(url: string): string | undefined;
  /**
   * Names the process that uses a file of an older form, for example `process 4711`; that process is of an older
   * release.
   */
  olderWorker?(url: string, vault: Vault): Promise<string | undefined>;
  /** Whether a process uses the store's file. */
  isWorked?(url: string): boolean | undefined;
};
