import { chownSync, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes an office's file as a whole or not at all. A new file belongs to the owner of the folder, even if root writes.
 */
export function writePrivately(file: string, text: string): void {
  const folder = dirname(file);
  makeFolder(folder);
  const before = statSync(file, { throwIfNoEntry: false });
  const beside = join(folder, `.${basename(file)}.${process.pid}.new`);
  writeFileSync(beside, text, { mode: before ? before.mode & 0o777 : 0o600, flush: true });
  giveTo(beside, before ?? statSync(folder));
  renameSync(beside, file);
}

function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  const parent = dirname(folder);
  makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
  giveTo(folder, statSync(parent));
}

function giveTo(path: string, { uid, gid }: { uid: number; gid: number }): void {
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
}
