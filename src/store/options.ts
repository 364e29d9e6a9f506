import type { Calendar } from "../complaints/deadline.ts";
import type { Vault } from "../privacy/vault.ts";

/** What a store may know of channels: whose pages read histories, and whose platforms send receipts. */
export type ChannelTraits = { live: ReadonlySet<string>; receipts: ReadonlySet<string> };

export type StoreOptions = { vault: Vault; calendar: Calendar; traits: ChannelTraits };
