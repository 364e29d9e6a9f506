import type { Vault } from "../privacy/vault.ts";
import type { Contact } from "../vocabulary/message.ts";

/**
 * Returns the name under which a message is stored; it reveals nothing about the person. With `byBrowser` the id counts
 * only in its own chat, because a browser chooses the id and could take another chat's id.
 */
export const inboundName = (
  vault: Vault,
  { channel, account, address = "" }: Pick<Contact, "channel" | "account"> & { address?: string },
  id: string,
  byBrowser = false,
) => vault.index("message", [channel, account, id, ...(byBrowser ? [address] : [])].join("\0"));

/** Returns the name that finds the conversation of an address. */
export const contactName = (vault: Vault, { channel, account, address }: Contact) =>
  vault.index("contact", `${channel}\0${account}\0${address}`);

/** Returns the name of the record of a completed move. */
export const moveName = (vault: Vault, { channel, account }: Pick<Contact, "channel" | "account">, id: string) =>
  `moved ${vault.index("message", `${channel}\0${account}\0${id}`)}`;

/**
 * Tells whether an address is a phone number. A number may belong to another person one day, but a platform's id never
 * does.
 */
const isPhone = (address: string): boolean => /^\d+(@c\.us)?$/.test(address);
/**
 * Returns a person's addresses with phone numbers last, so that two simultaneous messages of the person claim the same
 * address first.
 */
export const steadyFirst = (addresses: readonly string[]): string[] => [
  ...addresses.filter((one) => !isPhone(one)),
  ...addresses.filter(isPhone),
];

/**
 * Returns the id of a reply, the same at each commit of the same answer. A reply about a dead letter has its own id,
 * because the real answer may follow.
 */
export const replyId = (conversation: string, key: string, outcome: "handled" | "dead", index: number) =>
  `${conversation}.${key}.${outcome === "dead" ? "d" : ""}${index}`;
