import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { AppError } from "../vocabulary/errors.ts";
import { writePrivately } from "./private-write.ts";

/** SQLite's code for a file that another process holds. */
const BUSY = 5;
/** Ms that one waits for another, which takes a moment. */
const PATIENCE = 5_000;
/** Its name begins with a dot: what does so in an office's folder is no fact of theirs. */
const FILE = ".signing.lock";

/**
 * Does what reads an office's files and writes them again while nobody else does so: the second of two that write at once
 * would write over what the first has written. The kernel lets the lock go when a process dies. Rejects with BAD_REQUEST
 * where another writes all the while.
 */
export function signAlone<T>(own: string, work: () => T): T {
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
