import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { RowKind } from "../../register/recipient.ts";

export const generationFile = (directory: string, kind: RowKind, district: string, id: string): string =>
  join(directory, `${kind}-${district}-${id}.db`);

/** A killed import holds no lock. */
export function isBeingBuilt(directory: string, kind: RowKind, district: string, kept: string | undefined): boolean {
  return readdirSync(directory).some((name) => {
    const id = new RegExp(`^${kind}-${district}-(\\w+)\\.db$`).exec(name)?.[1];
    return id !== undefined && id !== kept && isLocked(join(directory, name));
  });
}

export function removeLeftovers(directory: string, kind: RowKind, district: string, kept: string | undefined): void {
  for (const name of readdirSync(directory)) {
    const id = new RegExp(`^${kind}-${district}-(\\w+)\\.db`).exec(name)?.[1];
    if (id && id !== kept) rmSync(join(directory, name), { force: true });
  }
}

function isLocked(path: string): boolean {
  const SQLITE_BUSY = 5;
  const db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
  try {
    db.prepare("select 1 from sqlite_schema").all();
    return false;
  } catch (error) {
    return (error as { errcode?: number }).errcode === SQLITE_BUSY;
  } finally {
    db.close();
  }
}

export function syncToDisk(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
