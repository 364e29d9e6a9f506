import { chmodSync, existsSync, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { storeFile } from "./store/schemes.ts";

/** Everything that others of this machine could do with a file, and what lets them change it. */
const OTHERS = 0o077;
const WRITING = 0o022;

/** From here on this process makes files that are its owner's alone. A thread has its process's mask. */
export function makePrivateFiles(): void {
  if (isMainThread) process.umask(OTHERS);
}

/** Takes from everybody else what they may do with a folder's contents, those that an older release has left. */
function closeFolder(directory: string, isOurs: (name: string) => boolean = () => true): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (!isOurs(entry.name) || entry.isSymbolicLink()) continue;
    const path = join(directory, entry.name);
    closeToOthers(path);
    if (entry.isDirectory()) closeFolder(path);
  }
}

/** Takes from everybody else the right to write into a folder that is no data: what it says to citizens is its owner's word. */
export function closeToWriters(directory: string): void {
  if (!existsSync(directory)) return;
  takeAway(directory, WRITING);
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) takeAway(join(entry.parentPath, entry.name), WRITING);
  }
}

const closeToOthers = (path: string): void => takeAway(path, OTHERS);

function takeAway(path: string, rights: number): void {
  try {
    const { mode } = lstatSync(path);
    if ((mode & rights) !== 0) chmodSync(path, mode & 0o777 & ~rights);
  } catch {
    // gone meanwhile, or another user's: then it is not ours to close
  }
}

/** The data folder, and a database that lies elsewhere with what lies beside it. */
export function closeData(dataDir: string, storeUrl: string): void {
  closeToOthers(dataDir);
  closeFolder(dataDir);
  const file = storeFile(storeUrl);
  if (file === undefined) return;
  const ours = new Set(["register", "files"]);
  try {
    closeFolder(dirname(file), (name) => ours.has(name) || name.startsWith(basename(file)));
  } catch {
    // its folder is made when the store is opened
  }
}
