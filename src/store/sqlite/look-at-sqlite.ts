import { existsSync, statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Vault } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { compareKeys, KEY_CHECK } from "../key-checks.ts";
import { holderOf, isWorked } from "./clock.ts";
import { FORMS } from "./open-here.ts";
import { OPENING } from "./shared-commit.ts";

const newest = FORMS.length;

export async function lookAtSqlite(url: string, vault: Vault) {
  const path = url.slice("sqlite:".length);
  if (path === ":memory:" || !existsSync(path)) return { form: undefined, newest };
  const db = openReadOnly(path);
  try {
    const form = Number(db.prepare("pragma user_version").get()?.user_version);
    if (form === 0) return { form: undefined, newest };
    const rows = db
      .prepare("select name, value from meta where substr(name, 1, ?) = ?")
      .all(KEY_CHECK.length, KEY_CHECK);
    await compareKeys(vault, Object.fromEntries(rows.map(({ name, value }) => [String(name), String(value)])));
    return { form, newest };
  } catch (error) {
    throw error instanceof AppError ? error : notReadable(error);
  } finally {
    db.close();
  }
}

function openReadOnly(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly: true, timeout: OPENING });
  } catch (error) {
    throw notReadable(error);
  }
}

const notReadable = (cause: unknown): AppError =>
  new AppError("SETTINGS_INVALID", "STORE_URL: the file cannot be read as a database of this service", { cause });

const pathOf = (url: string): string => url.slice("sqlite:".length);

export function describeMissingFile(url: string): string | undefined {
  const path = pathOf(url);
  if (path === ":memory:" || (existsSync(path) && statSync(path).size > 0)) return undefined;
  return `no store at ${path}; the first \`npm start\` or \`sapa import\` makes it`;
}

export async function olderWorkerOf(url: string, vault: Vault): Promise<string | undefined> {
  const { form } = await lookAtSqlite(url, vault);
  return form !== undefined && form < newest && isWorked(pathOf(url)) ? holderOf(pathOf(url)) : undefined;
}

export const isFileWorked = (url: string): boolean | undefined =>
  pathOf(url) === ":memory:" ? undefined : isWorked(pathOf(url));
