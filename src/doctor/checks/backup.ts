import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fault, makeStoreCheck, ok, spanOf, warning } from "../check.ts";

/** The backup script touches this file in DATA_DIR. */
const LAST_BACKUP = "last-backup";
const DAY = 86_400_000;
const LATE = 2 * DAY;
const LOST = 8 * DAY;
const HOW = "docs/operations.md, Backup and restore";

export const backupCheck = makeStoreCheck("backup", async ({ config, now }) => {
  const noted = await stat(join(config.dataDir, LAST_BACKUP)).catch(() => undefined);
  if (!noted) return [warning(`no backup has been noted in DATA_DIR/${LAST_BACKUP}`, HOW)];
  const age = now() - noted.mtimeMs;
  if (age > LOST) return [fault(`the last backup is ${spanOf(age)} old`, HOW)];
  return [
    age > LATE ? warning(`the last backup is ${spanOf(age)} old`, HOW) : ok(`a backup was made ${spanOf(age)} ago`),
  ];
});
