import type { Vault } from "../privacy/vault.ts";
import type { StoreOptions } from "./options.ts";
import type { Store } from "./ports/store.ts";

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

/** What a store brings for its scheme. The three that may be absent are asked of a store in a file. */
export type StoreDriver = {
  open(url: string, options: StoreOptions): Promise<Store>;
  /** Looks without a change. Rejects with SETTINGS_INVALID where it cannot be reached or its keys are others. */
  look(url: string, vault: Vault): Promise<StoreLook>;
  /** One sentence where its file is not there. */
  missing?(url: string): string | undefined;
  /** Which process works a file of an older form, as `process 4711`: it is of an older release. */
  olderWorker?(url: string, vault: Vault): Promise<string | undefined>;
  /** Whether a process works its file. */
  isWorked?(url: string): boolean | undefined;
};
