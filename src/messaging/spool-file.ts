import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../vocabulary/errors.ts";
import { framed } from "./spool-records.ts";

/** In bytes. The test file needs a new block on the disk, so the write fails on a full disk. */
const TRIED = 4_096;
/** A process takes over files with this ending without waiting. */
export const LEFT = ".left";
const isSpool = (name: string): boolean => /\.(spool|adopted|left)$/.test(name);

export const spoolsIn = async (directory: string): Promise<string[]> =>
  (await readdir(directory).catch(() => [])).filter(isSpool).map((name) => join(directory, name));

/** `records`: the number of acknowledged records in the file. */
export type SpoolFile = { path: string; handle?: FileHandle; records: number };

export const newSpoolFile = (directory: string): SpoolFile => ({
  path: join(directory, `${randomUUID()}.spool`),
  records: 0,
});

/** Rejects if the file is not at its path any more. */
export async function writeRecord(directory: string, file: SpoolFile, sealed: Buffer): Promise<void> {
  const { path } = file;
  file.handle ??= await openDurably(directory, path);
  await file.handle.appendFile(framed(sealed));
  await file.handle.datasync();
  // A record would be lost in a file that another process has taken over.
  const { ino } = await stat(path);
  if (ino !== (await file.handle.stat()).ino) throw new Error("spool file was replaced");
  file.records += 1;
}

export async function closeSpoolFile({ path, handle, records }: SpoolFile): Promise<void> {
  await handle?.close().catch(() => undefined);
  if (records === 0) await rm(path, { force: true }).catch(() => undefined);
}

/** Also syncs the folder, so the file's name is as durable as its records. */
async function openDurably(directory: string, path: string): Promise<FileHandle> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const handle = await open(path, "a", 0o600);
  try {
    const folder = await open(directory);
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}

/** Rejects with SPOOL_UNAVAILABLE if the test file at `probe` cannot be written. */
export async function tryToWrite(directory: string, probe: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const handle = await open(probe, "w", 0o600);
    try {
      await handle.writeFile(Buffer.alloc(TRIED));
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new AppError("SPOOL_UNAVAILABLE", "cannot write the spool", { cause });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}
