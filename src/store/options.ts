import type { Calendar } from "../casework/deadline.ts";
import type { Keys, Vault } from "../privacy/vault.ts";

/**
 * Properties of channels that a store needs, as lists of channel names. `live` channels show histories. `receipts`
 * channels send receipts. On `window` channels it matters when a citizen last wrote.
 */
export type ChannelTraits = {
  live: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  window: ReadonlySet<string>;
};

/**
 * `ownThread`: the keys for a store that can work in a thread of its own; without them it works in the caller's thread.
 * `alone`: reject if another process uses the store's file.
 */
export type StoreOptions = {
  vault: Vault;
  calendar: Calendar;
  traits: ChannelTraits;
  ownThread?: Keys;
  alone?: boolean;
  /**
   * The store does not change the data when it opens: neither the form nor a key's check value. SQLite also refuses
   * every write. The caller has to look at the store before.
   */
  readOnly?: true;
};
