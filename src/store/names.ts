import type { Contact } from "../message.ts";
import type { Vault } from "../privacy/vault.ts";

/** What a platform's message is called here: nothing of the person can be read from it. */
export const inboundName = (vault: Vault, { channel, account }: Pick<Contact, "channel" | "account">, id: string) =>
  vault.index("message", `${channel}\0${account}\0${id}`);

/** What finds the conversation of an address. */
export const contactName = (vault: Vault, { channel, account, address }: Contact) =>
  vault.index("contact", `${channel}\0${account}\0${address}`);

/**
 * Ids of what a turn sends follow from the message they answer, so that a repeated commit makes no second one. What is
 * said of a dead letter has ids of its own: put back and answered, its real answer is another message.
 */
export const replyId = (conversation: string, key: string, outcome: "handled" | "dead", index: number) =>
  `${conversation}.${key}.${outcome === "dead" ? "d" : ""}${index}`;
