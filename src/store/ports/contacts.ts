import type { Contact } from "../../vocabulary/message.ts";

/**
 * More about a person's new address. `id`: the platform's message that told of the move; the same id changes nothing
 * again. `gone`: the addresses that lead to no chat afterwards; if absent, that is the contact's own. `aliases`: other
 * addresses that also lead to the chat.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

/** The contacts of conversations and their addresses. */
export type Contacts = {
  /** Notes what a platform says: whether messages still get to this person. */
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /** False for a chat whose platform has said that messages do not get there, until its citizen writes again. */
  isReachable(conversation: string): Promise<boolean>;
  /** Moves the chat of `contact` to `address`; its old address leads to no chat any more. */
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** The conversation of a contact; `undefined` if the contact has never written. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};
