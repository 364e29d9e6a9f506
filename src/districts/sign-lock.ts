import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../vocabulary/errors.ts";
import { writePrivately } from "./private-write.ts";

const BUSY = 5;
/** In ms. */
const PATIENCE = 5_000;
/** The name begins with a dot, so no reader takes the file for an office's data. */
const FILE = ".signing.lock";

/**
 * The kernel releases the lock of a dead process. Throws BAD_REQUEST if another process keeps the lock for `PATIENCE`.
 */
export function writeAlone<T>(own: string, work: () => T): T {
  const file = join(own, FILE);
  if (!existsSync(file)) writePrivately(file, "");
  const lock = new DatabaseSync(file);
  try {
    lock.exec(`pragma busy_timeout = ${PATIENCE}; begin exclusive`);
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    throw new AppError(
      "BAD_REQUEST",
      "somebody else is signing texts or adding areas here: wait until they have ended, then try again",
      {
        cause: error,
      },
    );
  }
  try {
    return work();
  } finally {
    lock.close();
  }
}
