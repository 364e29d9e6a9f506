import type { Vault } from "../privacy/vault.ts";
import type { Contact } from "../vocabulary/message.ts";

/**
 * The name under which a message is stored; it tells nothing about the person. A platform's ids are unique in an
 * account. A browser chooses the ids of the web chat (`byBrowser`), so these count only in their own chat: nobody can
 * suppress another chat's message by using its id first.
 */
export const inboundName = (
  vault: Vault,
  { channel, account, address = "" }: Pick<Contact, "channel" | "account"> & { address?: string },
  id: string,
  byBrowser = false,
) => vault.index("message", [channel, account, id, ...(byBrowser ? [address] : [])].join("\0"));

/** The name by which the conversation of an address is found. */
export const contactName = (vault: Vault, { channel, account, address }: Contact) =>
  vault.index("contact", `${channel}\0${account}\0${address}`);

/** The name of the record that notes that a move was made. */
export const moveName = (vault: Vault, { channel, account }: Pick<Contact, "channel" | "account">, id: string) =>
  `moved ${vault.index("message", `${channel}\0${account}\0${id}`)}`;

/** Whether an address is a phone number. A number may be given to another person one day; a platform's id never is. */
const isPhone = (address: string): boolean => /^\d+(@c\.us)?$/.test(address);
/**
 * The order in which a person's addresses are claimed: lasting addresses first, so that two messages of the person that
 * come at once claim the same address first.
 */
export const steadyFirst = (addresses: readonly string[]): string[] => [
  ...addresses.filter((one) => !isPhone(one)),
  ...addresses.filter(isPhone),
];

/**
 * The id of a reply, derived from the message that it answers, so that a repeated commit makes no second reply. A reply
 * about a dead letter has another id than the real answer, which is sent if the dead letter is put back.
 */
export const replyId = (conversation: string, key: string, outcome: "handled" | "dead", index: number) =>
  `${conversation}.${key}.${outcome === "dead" ? "d" : ""}${index}`;
