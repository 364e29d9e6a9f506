import type { Files } from "../ports/files.ts";
import type { Context } from "./context.ts";

/** The largest accepted file fits into one document. */
export function mongoFiles({ at, vault }: Context): Files {
  return {
    async keepFile(id, bytes) {
      const sealed = vault.sealBytes(bytes, `file ${id}`);
      await at.file.updateOne({ _id: id }, { $set: { sealed } }, { upsert: true });
    },
    async dropFile(id) {
      await at.file.deleteOne({ _id: id });
    },
    async file(id) {
      const doc = await at.file.findOne({ _id: id });
      return doc ? vault.openBytes(doc.sealed, `file ${id}`) : undefined;
    },
  };
}
