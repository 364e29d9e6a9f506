import type { Contact } from "../../vocabulary/message.ts";

/**
 * More about a person's new address. `id`: the platform's message that told of the move; a second call with the same id
 * changes nothing. `gone`: the addresses that no longer lead to the chat afterwards; if absent, the contact's own
 * address. `aliases`: other addresses that also lead to the chat.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

/** The contacts of conversations and their addresses. */
export type Contacts = {
  /** Notes whether messages still reach this person, as the platform reports it. */
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /** False for a chat whose platform has said that messages do not get there, until its citizen writes again. */
  isReachable(conversation: string): Promise<boolean>;
  /** Moves the chat of `contact` to `address`; the addresses in `gone` no longer lead to the chat. */
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** The conversation of a contact; `undefined` if the contact has never written. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};
