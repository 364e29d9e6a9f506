import { Officer } from "../../casework/officer.ts";
import type { Vault } from "../../privacy/vault.ts";
import type { Staff } from "../ports/staff.ts";
import type { Row, SharedCommit } from "./shared-commit.ts";

export function sqliteStaff(shared: SharedCommit, vault: Vault): Staff {
  const unsealed = ({ id, sealed }: Row): Officer => Officer.parse(vault.open(sealed as Uint8Array, `officer ${id}`));

  return {
    async saveOfficer(officer, token) {
      const sealed = vault.seal(officer, `officer ${officer.id}`);
      await shared.write((sql) =>
        sql.run(
          `insert into officer values (?, ?, ?, ?) on conflict (id) do update set district = excluded.district,
             token = iif(?, token, excluded.token), sealed = excluded.sealed`,
          officer.id,
          officer.district,
          token ?? null,
          sealed,
          token === undefined ? 1 : 0,
        ),
      );
    },
    officers: async (district) =>
      shared
        .read((sql) =>
          sql.all("select id, sealed from officer where district = coalesce(?, district)", district ?? null),
        )
        .map(unsealed),
    async officerByToken(token) {
      const row = shared.read((sql) => sql.get("select id, sealed from officer where token = ?", token));
      return row && unsealed(row);
    },
  };
}
