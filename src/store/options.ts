import type { Calendar } from "../casework/deadline.ts";
import type { Keys, Vault } from "../privacy/vault.ts";

/**
 * Names of channels. Channels of `live` show histories. Platforms of `receipts` send receipts. For channels of
 * `window`, the store keeps when a citizen last wrote.
 */
export type ChannelTraits = {
  live: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  window: ReadonlySet<string>;
};

/**
 * `ownThread` holds the keys for a store that works in a thread of its own; without `ownThread` the store works in the
 * caller's thread. With `alone`, `open` rejects if another process uses the store's file.
 */
export type StoreOptions = {
  vault: Vault;
  calendar: Calendar;
  traits: ChannelTraits;
  ownThread?: Keys;
  alone?: boolean;
  /** If true, the opening changes nothing, and SQLite refuses every write. The caller must call `lookAtStore` first. */
  readOnly?: true;
};
