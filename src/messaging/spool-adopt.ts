import { randomUUID } from "node:crypto";
import { rename, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Log } from "../vocabulary/message.ts";
import { LEFT, spoolsIn } from "./spool-file.ts";

/** `openedAt` and `since` are in ms of this process's monotonic clock. */
export type Others = {
  directory: string;
  inherited: Set<string>;
  seen: Map<string, { size: number; touched: number; since: number }>;
  openedAt: number;
  /** In ms. After such a time without a sign of life, this process takes another process's files over. */
  orphanedAfter: number;
  /** In ms: the longest wait for `inherited` files. */
  patience: number;
  log: Log;
};

/** The process that renames a file owns it. */
export async function adoptFiles(others: Others, own: ReadonlySet<string>): Promise<string[]> {
  const { directory, inherited, seen, openedAt, patience, log } = others;
  const there = new Set(await spoolsIn(directory));
  const adopted: { path: string; born: number }[] = [];
  for (const other of [...there].filter((path) => !own.has(path))) {
    const born = await orphanedSince(others, other);
    if (born === undefined) continue;
    const path = join(directory, `${randomUUID()}.adopted`);
    const isMine = await rename(other, path).then(
      () => true,
      () => false, // another process renamed it first
    );
    if (!isMine) continue;
    log("warn", { file: basename(other).slice(0, 8) }, "spool of a gone process adopted");
    adopted.push({ path, born });
    there.delete(other);
  }
  const isLate = performance.now() - openedAt > patience;
  for (const other of inherited) if (isLate || !there.has(other)) inherited.delete(other);
  for (const other of seen.keys()) if (!there.has(other)) seen.delete(other);
  return adopted.sort((one, two) => one.born - two.born).map(({ path }) => path);
}

/** Returns the file's time of creation (ms), or `undefined` while its process runs. */
async function orphanedSince({ seen, orphanedAfter }: Others, other: string): Promise<number | undefined> {
  const found = await stat(other).catch(() => undefined);
  if (!found) return undefined;
  const { size, mtimeMs, birthtimeMs } = found;
  const before = seen.get(other);
  const moved = before?.size !== size || before.touched !== mtimeMs;
  if (moved) seen.set(other, { size, touched: mtimeMs, since: performance.now() });
  const isGone = !moved && performance.now() - before.since >= orphanedAfter;
  return isGone || other.endsWith(LEFT) ? birthtimeMs : undefined;
}
