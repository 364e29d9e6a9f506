import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";
import { describeRefusal } from "./system-error.ts";
import { AppError } from "./vocabulary/errors.ts";

const INSIDE = ["sapa.db", "register", "files", "spool"];

/** Throws SETTINGS_INVALID if this user may not write in the folder. */
export function makeDataFolder(directory: string): void {
  try {
    makeFolder(directory);
  } catch (error) {
    const why = describeRefusal(error);
    throw new AppError("SETTINGS_INVALID", `DATA_DIR: ${directory} cannot be made (${why}); is it spelt right?`, {
      cause: error,
    });
  }
  for (const path of [directory, ...INSIDE.map((name) => join(directory, name))]) {
    if (existsSync(path) && !isWritable(path))
      throw new AppError("SETTINGS_INVALID", `DATA_DIR: ${describeUnwritable(path, directory)}`);
  }
}

export function describeClosedFolder(own: string): string | undefined {
  if (!existsSync(own)) return undefined;
  const inside = readdirSync(own, { withFileTypes: true, recursive: true });
  const folders = inside.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  const closed = [own, ...folders].find((folder) => !isWritable(folder));
  return closed && describeUnwritable(closed, own);
}

/** Throws BAD_REQUEST if this user may not write in the folder. */
export function requireOpenFolder(own: string, what: "added" | "signed" | "taken"): void {
  const closed = describeClosedFolder(own);
  if (closed !== undefined) throw new AppError("BAD_REQUEST", `nothing was ${what}: ${closed}`);
}

function describeUnwritable(path: string, directory: string): string {
  const own = findUserName();
  const { uid } = statSync(path);
  if (uid === process.getuid?.()) return `${path} cannot be written: chmod u+rwX it`;
  const owner = uid === 0 ? "root" : `user ${uid}`;
  return `${path} belongs to ${owner}, and ${own} may not write there: chown -R ${own}: ${directory}`;
}

/** In a container, a user may have only a number. */
function findUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}

export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | (statSync(path).isDirectory() ? constants.X_OK : 0));
    return true;
  } catch {
    return false;
  }
}
