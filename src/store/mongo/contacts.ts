import { Contact } from "../../vocabulary/message.ts";
import type { Contacts } from "../ports/contacts.ts";
import { contactName } from "../record-names.ts";
import type { Context } from "./context.ts";
import { moveContact } from "./identities.ts";

export function mongoContacts(context: Context): Contacts {
  const { at, vault } = context;
  return {
    async setReachable(contact, reachable) {
      const identity = await at.identity.findOne({ _id: contactName(vault, contact) });
      if (identity) await at.conversation.updateOne({ _id: identity.conversation }, { $set: { reachable } });
    },

    async isReachable(conversation) {
      const doc = await at.conversation.findOne({ _id: conversation }, { projection: { reachable: 1 } });
      return doc?.reachable !== false;
    },

    moveContact: (contact, address, move) => moveContact(context, contact, address, move),

    async conversationOf(contact) {
      const identity = await at.identity.findOne({ _id: contactName(vault, contact) });
      return identity?.conversation;
    },

    async contactOf(conversation) {
      const doc = await at.conversation.findOne({ _id: conversation }, { projection: { contact: 1 } });
      return doc ? Contact.parse(vault.open(doc.contact, `contact ${conversation}`)) : undefined;
    },
  };
}
