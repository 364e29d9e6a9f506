import type { Contact } from "../../vocabulary/message.ts";

/**
 * `id` is the platform's message that reported the move; a second call with the same id changes nothing. `gone` has
 * addresses that no longer lead to the chat, by default the contact's own.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

export type Contacts = {
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /**
   * Returns false after the platform has said that messages do not arrive, until the citizen writes or a message is
   * sent.
   */
  isReachable(conversation: string): Promise<boolean>;
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** Returns `undefined` if the contact has never written. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};
