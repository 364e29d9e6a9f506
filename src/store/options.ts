import type { Calendar } from "../casework/deadline.ts";
import type { Keys, Vault } from "../privacy/vault.ts";

/**
 * What a store has to know about channels, by their names: `live` channels show histories, `receipts` channels send
 * receipts, and on `window` channels it matters when a citizen last wrote.
 */
export type ChannelTraits = {
  live: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  window: ReadonlySet<string>;
};

/**
 * `ownThread`: the keys for a store that can work in a thread of its own; without them it works in the caller's.
 * `alone`: reject if another process uses the store's file.
 */
export type StoreOptions = {
  vault: Vault;
  calendar: Calendar;
  traits: ChannelTraits;
  ownThread?: Keys;
  alone?: boolean;
  /**
   * Opening the store changes nothing, neither the form nor a key's check value; SQLite also refuses every write. The
   * caller has to look at the store before.
   */
  readOnly?: true;
};
