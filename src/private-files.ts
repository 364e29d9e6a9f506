import { chmodSync, existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { storeFile } from "./store/schemes.ts";

/** Rights of other users: all rights, and the right to write. */
const OTHERS = 0o077;
const WRITING = 0o022;

/** A thread has the file mask (umask) of its process. */
export function makePrivateFiles(): void {
  if (isMainThread) process.umask(OTHERS);
}

function closeFolder(directory: string, isOurs: (name: string) => boolean = () => true): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (!isOurs(entry.name) || entry.isSymbolicLink()) continue;
    const path = join(directory, entry.name);
    closeToOthers(path);
    if (entry.isDirectory()) closeFolder(path);
  }
}

/** Only the owner may change the texts that citizens read. */
export function closeToWriters(directory: string): void {
  if (!existsSync(directory)) return;
  removeRights(directory, WRITING);
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) removeRights(join(entry.parentPath, entry.name), WRITING);
  }
}

const closeToOthers = (path: string): void => removeRights(path, OTHERS);

function removeRights(path: string, rights: number): void {
  try {
    const { mode } = lstatSync(path);
    if ((mode & rights) !== 0) chmodSync(path, mode & 0o777 & ~rights);
  } catch {
    // the file is gone, or belongs to another user
  }
}

export function closeData(dataDir: string, storeUrl: string): void {
  closeToOthers(dataDir);
  closeFolder(dataDir);
  const file = storeFile(storeUrl);
  if (file === undefined) return;
  const ours = new Set(["register", "files"]);
  try {
    closeFolder(dirname(file), (name) => ours.has(name) || name.startsWith(basename(file)));
  } catch {
    // the folder is made when the store is opened
  }
}
