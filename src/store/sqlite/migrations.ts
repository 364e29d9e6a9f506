import type { DatabaseSync } from "node:sqlite";
import { AppError } from "../../vocabulary/errors.ts";

/** The step with index n brings a file from form n to form n + 1. Never change a released step. */
export type Migrations = readonly string[];

/** Throws SETTINGS_INVALID for a file of a newer release. */
export function migrate(db: DatabaseSync, migrations: Migrations): void {
  if (formOf(db) === migrations.length) return;
  db.exec("begin immediate");
  try {
    const form = formOf(db);
    if (form > migrations.length) {
      throw new AppError(
        "SETTINGS_INVALID",
        `STORE_URL: the file has form ${form}, this release knows ${migrations.length} at most; it was written by a newer release: take that one, or restore the backup from before the update`,
      );
    }
    for (const step of migrations.slice(form)) db.exec(step);
    db.exec(`pragma user_version = ${migrations.length}`);
    db.exec("commit");
  } catch (error) {
    db.exec("rollback");
    throw error;
  }
}

const formOf = (db: DatabaseSync): number => Number(db.prepare("pragma user_version").get()?.user_version);
