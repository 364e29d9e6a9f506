import type { Vault } from "../../privacy/vault.ts";
import { Contact, InboundMessage } from "../../vocabulary/message.ts";
import { KEY_CHECK, type KeyRecords, type Sample } from "../key-checks.ts";
import { contactName, inboundName } from "../record-names.ts";
import { SEALED_COLUMNS, type SealedColumn } from "./sealed-places.ts";
import type { SealedRegisters } from "./sealed-registers.ts";
import type { SharedCommit } from "./shared-commit.ts";

const ROWS_TRIED = 20;

function samplesOf(shared: SharedCommit, { table, column, name, about }: SealedColumn): Sample[] {
  const versions = shared.read((sql) =>
    sql.all(`select distinct substr(${column}, 1, 1) as version from ${table} where ${column} is not null`),
  );
  return versions.flatMap(({ version }) => {
    const row = shared.read((sql) =>
      sql.get(
        `select ${name} as name, ${column} as sealed from ${table} where substr(${column}, 1, 1) = ? limit 1`,
        version as Uint8Array,
      ),
    );
    const sealed = row?.sealed as Uint8Array | undefined;
    return sealed ? [{ version: sealed[0] ?? 0, sealed, about: `${about} ${row?.name}` }] : [];
  });
}

export function sqliteKeyRecords(
  shared: SharedCommit,
  vault: Vault,
  registers: SealedRegisters,
  files: () => Promise<Sample[]>,
): KeyRecords {
  return {
    async all() {
      const rows = shared.read((sql) =>
        sql.all("select name, value from meta where substr(name, 1, ?) = ?", KEY_CHECK.length, KEY_CHECK),
      );
      return Object.fromEntries(rows.map(({ name, value }) => [String(name), String(value)]));
    },
    async add(name, value) {
      await shared.write((sql) => sql.run("insert into meta values (?, ?) on conflict do nothing", name, value));
    },
    async remove(name) {
      await shared.write((sql) => sql.run("delete from meta where name = ?", name));
    },
    samples: async () => [
      ...Object.values(SEALED_COLUMNS).flatMap((column) => samplesOf(shared, column)),
      ...registers.samples(),
      ...(await files()),
    ],
    async tryIndexKey() {
      const chats = shared.read((sql) => sql.all("select id, contact from conversation limit +?", ROWS_TRIED));
      const byContact = chats.filter(({ id, contact }) => {
        const name = contactName(vault, Contact.parse(vault.open(contact as Uint8Array, `contact ${id}`)));
        return shared.read((sql) => sql.get("select 1 from identity where key = ?", name)) !== undefined;
      });
      const messages = shared.read((sql) =>
        sql.all("select key, sealed from inbound order by seq desc limit +?", ROWS_TRIED),
      );
      const read = messages.flatMap(({ key, sealed }) => {
        const message = InboundMessage.safeParse(vault.open(sealed as Uint8Array, `inbound ${key}`));
        return message.success ? [{ key, message: message.data }] : []; // a dead letter may hold anything
      });
      const byKey = read.filter(({ key, message }) => inboundName(vault, message.contact, message.id) === key);
      const rows = registers.tryIndexKey();
      return {
        tried: chats.length + read.length + rows.tried,
        found: byContact.length + byKey.length + rows.found,
      };
    },
  };
}
