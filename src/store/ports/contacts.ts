import type { Contact } from "../../vocabulary/message.ts";

/**
 * - `id`: the platform's message that reported the move.
 * - `gone`: the addresses that do not lead to the chat any more.
 */
export type Move = { id?: string; gone?: readonly string[]; aliases?: readonly string[] };

export type Contacts = {
  setReachable(contact: Contact, reachable: boolean): Promise<void>;
  /** Returns false if the platform has said that messages do not arrive. */
  isReachable(conversation: string): Promise<boolean>;
  moveContact(contact: Contact, address: string, move?: Move): Promise<void>;
  contactOf(conversation: string): Promise<Contact | undefined>;
  conversationOf(contact: Contact): Promise<string | undefined>;
};
