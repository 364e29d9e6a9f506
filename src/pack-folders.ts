import { statSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/** `own`: the folder of an office's own facts, which may be missing. */
export type PackFolders = { shipped: string; own: string };

type Settings = { DISTRICTS_DIR?: string | undefined; DATA_DIR?: string | undefined };

export const packFolders = ({ DISTRICTS_DIR, DATA_DIR }: Settings): PackFolders => ({
  shipped: join(ROOT, "districts"),
  own: resolve(DISTRICTS_DIR || join(DATA_DIR || "data", "districts")),
});

export function packFoldersProblem({ DISTRICTS_DIR }: Settings): string | undefined {
  if (!DISTRICTS_DIR) return undefined;
  const found = statSync(DISTRICTS_DIR, { throwIfNoEntry: false });
  if (!found) return `DISTRICTS_DIR: ${DISTRICTS_DIR}: there is no such folder`;
  return found.isDirectory() ? undefined : `DISTRICTS_DIR: ${DISTRICTS_DIR}: is no folder`;
}
