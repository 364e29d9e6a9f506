import type { Vault } from "../privacy/vault.ts";
import type { StoreOptions } from "./options.ts";
import type { Store } from "./ports/store.ts";

export type StoreLook = {
  form: number | undefined;
  newest: number;
  /** In ms since 1970 by the store's clock; absent if the store has no clock. */
  clock?: number;
  alone?: true;
};

export type StoreDriver = {
  open(url: string, options: StoreOptions): Promise<Store>;
  /** Writes nothing. Rejects with SETTINGS_INVALID if the store cannot be reached or other keys sealed its data. */
  look(url: string, vault: Vault): Promise<StoreLook>;
  missing?(url: string): string | undefined;
  /** Returns a name such as `process 4711` if a process of an older release uses the store's file. */
  olderWorker?(url: string, vault: Vault): Promise<string | undefined>;
  isWorked?(url: string): boolean | undefined;
};
