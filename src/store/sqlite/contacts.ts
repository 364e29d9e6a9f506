import type { Vault } from "../../privacy/vault.ts";
import { Contact } from "../../vocabulary/message.ts";
import type { Contacts } from "../ports/contacts.ts";
import { contactName, moveName } from "../record-names.ts";
import { findIdentity, pointIdentity } from "./identities.ts";
import type { SharedCommit } from "./shared-commit.ts";

export const sqliteContacts = (shared: SharedCommit, vault: Vault): Contacts => ({
  async setReachable(contact, reachable) {
    const identity = contactName(vault, contact);
    await shared.write((sql) =>
      sql.run(
        "update conversation set reachable = ? where id = (select conversation from identity where key = ?)",
        reachable ? 1 : 0,
        identity,
      ),
    );
  },

  async isReachable(conversation) {
    const row = shared.read((sql) => sql.get("select reachable from conversation where id = ?", conversation));
    return row?.reachable !== 0;
  },

  async moveContact(contact, address, { id: event, gone = [contact.address], aliases = [] } = {}) {
    const nameOf = (one: string) => contactName(vault, { ...contact, address: one });
    const done = event === undefined ? undefined : moveName(vault, contact, event);
    await shared.write((sql) => {
      if (done && sql.get("select 1 from identity where key = ?", done)) return;
      const row = [contact.address, ...gone]
        .map((one) => findIdentity(sql, nameOf(one)))
        .find((one) => one !== undefined);
      if (!row) return;
      const id = String(row.id);
      const sealed = sql.get("select contact from conversation where id = ?", id)?.contact as Uint8Array;
      if (gone.includes(Contact.parse(vault.open(sealed, `contact ${id}`)).address)) {
        const moved = vault.seal({ ...contact, address }, `contact ${id}`);
        sql.run("update conversation set contact = ? where id = ?", moved, id);
      }
      for (const one of gone) {
        sql.run("delete from identity where key = ? and conversation = ?", nameOf(one), id);
      }
      for (const one of [address, ...aliases]) pointIdentity(sql, nameOf(one), id);
      if (done) pointIdentity(sql, done, id);
    });
  },

  async conversationOf(contact) {
    const name = contactName(vault, contact);
    const row = shared.read((sql) => sql.get("select conversation from identity where key = ?", name));
    return row && String(row.conversation);
  },

  async contactOf(conversation) {
    const row = shared.read((sql) => sql.get("select contact from conversation where id = ?", conversation));
    return row && Contact.parse(vault.open(row.contact as Uint8Array, `contact ${conversation}`));
  },
});
