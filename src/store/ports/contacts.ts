import type { Contact } from "../../vocabulary/message.ts";

/**
 * `id` is the platform's message that reported the move; a second call with the same id changes nothing. `gone` holds
 * the addresses that no longer lead to the chat, by default the contact's own address. `aliases` holds other addresses
 * that lead to the chat.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

export type Contacts = {
  /** Notes whether the platform says that messages still reach this person. */
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /**
   * Returns false if the platform has said that messages do not arrive in this chat, and afterwards the citizen has not
   * written and no message was sent.
   */
  isReachable(conversation: string): Promise<boolean>;
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** Returns `undefined` if the contact has never written. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};
