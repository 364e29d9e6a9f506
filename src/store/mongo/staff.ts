import { Officer } from "../../casework/officer.ts";
import { defined } from "../../defined.ts";
import type { Staff } from "../ports/staff.ts";
import type { OfficerDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

export function mongoStaff({ at, vault }: Context): Staff {
  const unsealOfficer = ({ _id, sealed }: OfficerDoc): Officer => Officer.parse(vault.open(sealed, `officer ${_id}`));

  return {
    async saveOfficer(officer, token) {
      const { id: _id, district } = officer;
      const sealed = vault.seal(officer, `officer ${_id}`);
      if (await insertOnce(at.officer.insertOne({ _id, district, token: token ?? null, sealed }))) return;
      await at.officer.updateOne({ _id }, { $set: { district, sealed, ...defined({ token }) } });
    },
    async officers(district) {
      const docs = await at.officer.find(district === undefined ? {} : { district }).toArray();
      return docs.map(unsealOfficer);
    },
    async officerByToken(token) {
      const doc = await at.officer.findOne({ token });
      return doc ? unsealOfficer(doc) : undefined;
    },
  };
}
