import type { Calendar } from "../casework/deadline.ts";
import type { Keys, Vault } from "../privacy/vault.ts";

/**
 * Names of channels:
 * - `live` channels show histories.
 * - `receipts` channels send receipts.
 * - For `window` channels, the store keeps when a citizen last wrote.
 */
export type ChannelTraits = {
  live: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  window: ReadonlySet<string>;
};

/** `ownThread`: the keys for a store that runs in a thread of its own. */
export type StoreOptions = {
  vault: Vault;
  calendar: Calendar;
  traits: ChannelTraits;
  ownThread?: Keys;
  alone?: boolean;
  /** The caller must call `lookAtStore` first. */
  readOnly?: true;
};
