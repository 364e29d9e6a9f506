import type { Contact } from "../../vocabulary/message.ts";

/**
 * - `id`: the platform's message that reported the move. A second call with the same id changes nothing.
 * - `gone`: the addresses that do not lead to the chat any more; by default the contact's own address.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

export type Contacts = {
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /**
   * Returns false if the platform has said that messages do not arrive. Returns true again after the citizen writes or
   * a message is sent.
   */
  isReachable(conversation: string): Promise<boolean>;
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  /** Returns `undefined` if the contact has never written. */
  conversationOf(contact: Contact): Promise<string | undefined>;
};
