import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { isWritable } from "../../data-folder.ts";
import { storeFile } from "../../store/schemes.ts";
import { type Check, type Found, fault, ok, type Scene, warning } from "../check.ts";

const OTHERS_RIGHTS = 0o077;
const EVERYBODY = 0o007;
const GROUP_WRITES = 0o020;
const SETTINGS = ".env";

/** This user must own the data, and no other user may read it. */
export const filesCheck: Check = {
  name: "files",
  async examine(scene) {
    const settings = existsSync(SETTINGS) ? checkSettingsFile(statSync(SETTINGS), process.getuid?.()) : [];
    const found = [...settings, ...pathsOf(scene).filter(existsSync).flatMap(checkPath)];
    return found.length > 0 ? found : [ok("data and settings are this user's alone")];
  },
};

function pathsOf({ config: { dataDir, storeUrl, auditHeads } }: Scene): string[] {
  const file = storeFile(storeUrl);
  const inside = ["spool", "files", "register"].map((name) => join(dataDir, name));
  return [...new Set([dataDir, ...inside, ...(file ? [dirname(file), file] : []), auditHeads])];
}

function checkPath(path: string): Found[] {
  const { uid, mode } = statSync(path);
  const own = process.getuid?.() ?? uid;
  if (uid !== own && own !== 0)
    return [fault(`${path} belongs to user ${uid}, and this is user ${own}`, "run as the service's user, or chown it")];
  if (uid !== own)
    return [warning(`${path} belongs to user ${uid}, and this is root`, "run it as the service's own user")];
  if (!isWritable(path)) return [fault(`${path} cannot be written`, "chmod u+w, or mount it for writing")];
  if ((mode & OTHERS_RIGHTS) === 0) return [];
  return [warning(`others may open ${path}`, `chmod go= ${path}`)];
}

/** If root owns the file, the service's group may also read it. `own` is absent if the system has no users. */
export function checkSettingsFile({ uid, mode }: { uid: number; mode: number }, own: number = uid): Found[] {
  const ofRoot = uid === 0 && own !== 0;
  if (uid !== own && !ofRoot && own !== 0)
    return [fault(`${SETTINGS} belongs to user ${uid}, and this is user ${own}`, "chown it to root or to this user")];
  if ((mode & (ofRoot ? EVERYBODY | GROUP_WRITES : OTHERS_RIGHTS)) === 0) return [];
  const mend = ofRoot ? `chmod 0640 ${SETTINGS}` : `chmod go= ${SETTINGS}`;
  return [warning(`${SETTINGS} holds the keys and others of this machine may read it`, mend)];
}
