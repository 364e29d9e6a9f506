import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../vocabulary/errors.ts";
import { writePrivately } from "./private-write.ts";

/** SQLite's code for a file that another process has locked. */
const BUSY = 5;
/** In ms. How long one process waits for another one; the work of each takes only a moment. */
const PATIENCE = 5_000;
/** The name begins with a dot, so that no reader takes the file for data of the office. */
const FILE = ".signing.lock";

/**
 * Runs work that reads and then writes an office's files, while no other process does such work: the second of two
 * writers would overwrite what the first has written. The kernel releases the lock of a process that dies. Throws
 * BAD_REQUEST if another process keeps the lock for PATIENCE.
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
