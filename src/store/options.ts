import type { Calendar } from "../complaints/deadline.ts";
import type { Keys, Vault } from "../privacy/vault.ts";

/** What a store may know of channels: whose pages read histories, and whose platforms send receipts. */
export type ChannelTraits = { live: ReadonlySet<string>; receipts: ReadonlySet<string> };

/** `ownThread`: the keys for a store that works in a thread of its own, where it is one that can. */
export type StoreOptions = { vault: Vault; calendar: Calendar; traits: ChannelTraits; ownThread?: Keys };
