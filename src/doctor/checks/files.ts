import { accessSync, constants, existsSync, lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Check, type Found, fault, ok, type Scene, warning } from "../check.ts";

const OTHERS = 0o077;

/** Whether what holds data and keys belongs to this user, can be written and is nobody else's to read. */
export const filesCheck: Check = {
  name: "files",
  async look(scene) {
    const found = pathsOf(scene).filter(existsSync).flatMap(wrongWith);
    return found.length > 0 ? found : [ok("data and settings are this user's alone")];
  },
};

function pathsOf({ config: { dataDir, storeUrl, auditHeads } }: Scene): string[] {
  const file = storeUrl.startsWith("sqlite:") ? storeUrl.slice("sqlite:".length) : undefined;
  const inside = ["spool", "files", "register"].map((name) => join(dataDir, name));
  return [...new Set([".env", dataDir, ...inside, ...(file ? [dirname(file), file] : []), auditHeads])];
}

function wrongWith(path: string): Found[] {
  const { uid, mode } = lstatSync(path);
  const own = process.getuid?.() ?? uid;
  if (uid !== own && own !== 0)
    return [fault(`${path} belongs to user ${uid}, and this is user ${own}`, "run as the service's user, or chown it")];
  if (uid !== own)
    return [warning(`${path} belongs to user ${uid}, and this is root`, "run it as the service's own user")];
  if (!isWritable(path)) return [fault(`${path} cannot be written`, "chmod u+w, or mount it for writing")];
  if ((mode & OTHERS) === 0) return [];
  const says =
    path === ".env" ? ".env holds the keys and others of this machine may read it" : `others may open ${path}`;
  return [warning(says, `chmod go= ${path}`)];
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
