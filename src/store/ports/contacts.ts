import type { Contact } from "../../vocabulary/message.ts";

/**
 * More about a person's new address. `id`: the platform's message that told of it, so that telling it again changes
 * nothing; `gone`: the addresses that open nothing afterwards, the contact's own where absent; `aliases`: others that lead
 * to the chat as well.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

/** Who is behind a conversation, and under which addresses. */
export type Contacts = {
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /** The chat of `contact` goes on under `address`, and its old address opens nothing any more. */
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** The conversation of a contact that has written before. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};
