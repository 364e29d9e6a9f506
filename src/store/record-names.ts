import type { Vault } from "../privacy/vault.ts";
import type { Contact } from "../vocabulary/message.ts";

/** With `byBrowser`, the name contains the address, because browsers choose their own ids. */
export const inboundName = (
  vault: Vault,
  { channel, account, address = "" }: Pick<Contact, "channel" | "account"> & { address?: string },
  id: string,
  byBrowser = false,
) => vault.index("message", [channel, account, id, ...(byBrowser ? [address] : [])].join("\0"));

export const contactName = (vault: Vault, { channel, account, address }: Contact) =>
  vault.index("contact", `${channel}\0${account}\0${address}`);

export const moveName = (vault: Vault, { channel, account }: Pick<Contact, "channel" | "account">, id: string) =>
  `moved ${vault.index("message", `${channel}\0${account}\0${id}`)}`;

/** A phone number may get a new owner. */
const isPhone = (address: string): boolean => /^\d+(@c\.us)?$/.test(address);
export const steadyFirst = (addresses: readonly string[]): string[] => [
  ...addresses.filter((one) => !isPhone(one)),
  ...addresses.filter(isPhone),
];

/** A reply about a dead letter has another id, because the real answer may follow. */
export const replyId = (conversation: string, key: string, outcome: "handled" | "dead", index: number) =>
  `${conversation}.${key}.${outcome === "dead" ? "d" : ""}${index}`;
