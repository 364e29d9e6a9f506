import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isServerStore, storeFile } from "./store/schemes.ts";

type Environment = Record<string, string | undefined>;

const FROM_PAPER = "take it from the paper in the safe; a new one does not help";

/** Only an empty installation may make new keys, because stored data opens only with its own keys. */
export function describeMissingKeys(missing: readonly string[], environment: Environment): string {
  const names = missing.join(", ");
  if (hasData(environment)) return `${names}: missing, and the data here is sealed and found by it: ${FROM_PAPER}`;
  if (isElsewhere(environment))
    return `${names}: missing; where STORE_URL holds data already, ${FROM_PAPER}; for an empty one \`npx --no sapa keys\` makes them`;
  return `${names}: missing; \`npx --no sapa keys\` makes them`;
}

const isElsewhere = ({ STORE_URL }: Environment): boolean => isServerStore(STORE_URL ?? "");

export function hasData({ DATA_DIR, STORE_URL }: Environment): boolean {
  const file = STORE_URL ? storeFile(STORE_URL) : join(DATA_DIR || "data", "sapa.db");
  return file !== undefined && existsSync(file) && statSync(file).size > 0;
}
