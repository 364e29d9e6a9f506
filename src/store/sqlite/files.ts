import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Vault } from "../../privacy/vault.ts";
import type { Files } from "../ports/files.ts";

/** Each file is beside the database, because a large value in the database would delay commits. */
export function sqliteFiles(directory: string, vault: Vault): Files {
  const pathOf = (id: string) => join(directory, vault.index("file", id));
  return {
    async keepFile(id, bytes) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const path = pathOf(id);
      const file = await open(`${path}.part`, "w", 0o600);
      try {
        await file.writeFile(vault.sealBytes(bytes, `file ${id}`));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    dropFile: (id) => rm(pathOf(id), { force: true }),
    async file(id) {
      const sealed = await readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      return sealed && vault.openBytes(sealed, `file ${id}`);
    },
  };
}
