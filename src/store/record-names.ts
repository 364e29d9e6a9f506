import type { Vault } from "../privacy/vault.ts";
import type { Contact } from "../vocabulary/message.ts";

/**
 * What a message is called here: nothing of the person can be read from it. A platform's ids are one of a kind in an
 * account. A page's ids are chosen by its browser (`byBrowser`) and count in their own chat only: nobody can take away
 * another one's message by using its id first.
 */
export const inboundName = (
  vault: Vault,
  { channel, account, address = "" }: Pick<Contact, "channel" | "account"> & { address?: string },
  id: string,
  byBrowser = false,
) => vault.index("message", [channel, account, id, ...(byBrowser ? [address] : [])].join("\0"));

/** What finds the conversation of an address. */
export const contactName = (vault: Vault, { channel, account, address }: Contact) =>
  vault.index("contact", `${channel}\0${account}\0${address}`);

/** What says that this move is done. */
export const moveName = (vault: Vault, { channel, account }: Pick<Contact, "channel" | "account">, id: string) =>
  `moved ${vault.index("message", `${channel}\0${account}\0${id}`)}`;

/** A number goes to somebody else one day, an id of the platform's never does. */
const isPhone = (address: string): boolean => /^\d+(@c\.us)?$/.test(address);
/** In which order a person's addresses are claimed: by what stays first, so that two of their messages at once meet there. */
export const steadyFirst = (addresses: readonly string[]): string[] => [
  ...addresses.filter((one) => !isPhone(one)),
  ...addresses.filter(isPhone),
];

/**
 * Ids of what a turn sends follow from the message they answer, so that a repeated commit makes no second one. What is
 * said of a dead letter has ids of its own: put back and answered, its real answer is another message.
 */
export const replyId = (conversation: string, key: string, outcome: "handled" | "dead", index: number) =>
  `${conversation}.${key}.${outcome === "dead" ? "d" : ""}${index}`;
