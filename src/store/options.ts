import type { Calendar } from "../casework/deadline.ts";
import type { Keys, Vault } from "../privacy/vault.ts";

/** What a store may know of channels: whose pages read histories, whose platforms send receipts, and where it matters when a citizen was last heard. */
export type ChannelTraits = {
  live: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  window: ReadonlySet<string>;
};

/**
 * `ownThread`: the keys for a store that works in a thread of its own, where it is one that can. `alone`: a store that one
 * process at a time works is refused where another does.
 */
export type StoreOptions = {
  vault: Vault;
  calendar: Calendar;
  traits: ChannelTraits;
  ownThread?: Keys;
  alone?: boolean;
  /** Changes nothing, neither the form nor a key's check value, and works no file: every write is refused. What it opens has to be looked at before. */
  readOnly?: true;
};
