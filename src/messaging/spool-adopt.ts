import { randomUUID } from "node:crypto";
import { rename, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Log } from "../vocabulary/message.ts";
import { LEFT, spoolsIn } from "./spool-file.ts";

/** `openedAt` and `since` are ms of this process's monotonic clock. */
export type Others = {
  directory: string;
  /** Files that existed when this process began are replayed before this process's own files. */
  inherited: Set<string>;
  seen: Map<string, { size: number; touched: number; since: number }>;
  openedAt: number;
  /** If a process shows no sign of life for this long (ms), this process takes its files over. */
  orphanedAfter: number;
  /** For this long (ms) this process's messages wait for files that it may not take over yet. */
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

/**
 * Returns when a file was created, in ms, if the file's process has ended or released the file; otherwise `undefined`.
 */
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
