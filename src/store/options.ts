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
 * `ownThread`: the keys with which a store may work in its own thread, if it can. `alone`: reject for a store in a file
 * that another process works.
 */
export type StoreOptions = {
  vault: Vault;
  calendar: Calendar;
  traits: ChannelTraits;
  ownThread?: Keys;
  alone?: boolean;
  /**
   * The store changes nothing, neither the form nor a key's check value, and refuses every write. The caller has to
   * look at the store before.
   */
  readOnly?: true;
};
