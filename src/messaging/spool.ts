import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { crc32 } from "node:zlib";
import type { ChannelEvent } from "../channels/channel.ts";
import type { Vault } from "../privacy/vault.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";

/** Where messages wait on disk while the store is away. */
export type Spool = {
  /** True while anything waits: newer messages queue behind it. */
  readonly holding: boolean;
  /** Resolves once the events are on disk; rejects with SPOOL_UNAVAILABLE. */
  append(events: readonly ChannelEvent[]): Promise<void>;
  /**
   * Passes what waits to `take`: first the files of processes that have ended, then this process's own. Deletes what
   * was taken and stops at the first failure.
   */
  replay(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void>;
  /** Resolves when bytes can be put on disk beside the spool; rejects with SPOOL_UNAVAILABLE. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Bytes that `check` writes: more than the free rest of a block that is already in use, so that a full disk has no room
 * for them.
 */
const TRIED = 4_096;
const HEADER = 8;
const ABOUT = "spool";
/** Most events that go to the store in one batch. */
const AT_ONCE = 100;
/** A file whose process has shown no life for this long, by our own monotonic clock, is taken over. */
const ORPHANED_AFTER = 5_000;
/**
 * Ms that this process's messages wait for another process's file that is neither replayed nor free to be taken over.
 */
const PATIENCE = 60_000;
const LEFT = ".left";
const isSpool = (name: string): boolean => /\.(spool|adopted|left)$/.test(name);

/** The spools in a folder, which may not be there yet. */
const spoolsIn = async (directory: string): Promise<string[]> =>
  (await readdir(directory).catch(() => [])).filter(isSpool).map((name) => join(directory, name));

const framed = (sealed: Buffer): Buffer => {
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(sealed.length, 0);
  header.writeUInt32BE(crc32(sealed), 4);
  return Buffer.concat([header, sealed]);
};

/** Yields only whole records: a torn record at the end was never acknowledged. */
function* records(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const sealed = bytes.subarray(at + HEADER, at + HEADER + length);
    if (sealed.length < length || crc32(sealed) !== bytes.readUInt32BE(at + 4)) return;
    yield sealed;
    at += HEADER + length;
  }
}

/**
 * Joins records into batches, in order; a record with any other event than a message or a receipt is a batch of its
 * own.
 */
function* batches(read: Iterable<ChannelEvent[]>): Generator<ChannelEvent[]> {
  let batch: ChannelEvent[] = [];
  for (const events of read) {
    const alone = events.some(({ type }) => type !== "message" && type !== "receipt");
    if (batch.length > 0 && (alone || batch.length + events.length > AT_ONCE)) {
      yield batch;
      batch = [];
    }
    if (alone) yield events;
    else batch.push(...events);
  }
  if (batch.length > 0) yield batch;
}

/** Resolves with `undefined` if the file of `work` does not exist; rejects with any other failure. */
const unlessGone = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });

type CurrentFile = { path: string; handle?: FileHandle; records: number };

/**
 * Runs one task at a time, in the order of the calls; a task that fails rejects its own call only, and the next one
 * runs.
 */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
}

/**
 * Opens this process's spool in `directory`: its records are sealed, checksummed, and synced to disk before `append`
 * resolves.
 */
export async function openSpool(
  directory: string,
  vault: Vault,
  log: Log,
  { orphanedAfter = ORPHANED_AFTER, patience = PATIENCE } = {},
): Promise<Spool> {
  const newFile = (): CurrentFile => ({ path: join(directory, `${randomUUID()}.spool`), records: 0 });
  let current = newFile();
  /** Paths of files that are written no more, oldest first: a torn record may stand at their end. */
  const ended: string[] = [];
  /**
   * Files of other processes that were here when this one began. They come before all files of ours: their owner
   * replays them, or we take them over.
   */
  const inherited = new Set(await spoolsIn(directory));
  const openedAt = performance.now();
  const probe = join(directory, `${randomUUID()}.probe`);
  const seen = new Map<string, { size: number; touched: number; since: number }>();
  const inTurn = oneAtATime();
  const inReplay = oneAtATime();
  const holding = () => current.records > 0 || ended.length > 0 || inherited.size > 0;
  const alive = setInterval(() => {
    if (!holding()) return;
    const now = new Date();
    for (const path of [...ended, current.path]) utimes(path, now, now).catch(() => undefined);
  }, orphanedAfter / 4);
  alive.unref();

  async function write(events: readonly ChannelEvent[]): Promise<void> {
    try {
      const { path } = current;
      current.handle ??= await newHandle(path);
      await current.handle.appendFile(framed(vault.seal(events, ABOUT)));
      await current.handle.datasync();
      const { ino } = await stat(path); // a process that has taken the file over meanwhile may have read it before this record was there
      if (ino !== (await current.handle.stat()).ino) throw new Error("spool file was replaced");
      current.records += 1;
    } catch (cause) {
      await endFile();
      throw new AppError("SPOOL_UNAVAILABLE", "cannot write the spool", { cause });
    }
  }

  /** Writes a trial file of `TRIED` bytes and deletes it again. */
  async function tryToWrite(): Promise<void> {
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

  /** Opens a new file and syncs its folder, so that the file's name is as durable as its records. */
  async function newHandle(path: string): Promise<FileHandle> {
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

  /**
   * Ends the current file; the next record goes into a new one. This is done before a replay, and after a failed write:
   * behind the torn record that it may leave, no reader would find anything. Meanwhile `holding` stays true, or newer
   * messages would overtake those in the file.
   */
  async function endFile(): Promise<void> {
    const file = current;
    if (file.records > 0) ended.push(file.path);
    current = newFile();
    await file.handle?.close().catch(() => undefined);
    if (file.records === 0) await rm(file.path, { force: true }).catch(() => undefined);
  }

  /**
   * Replays one file. A record that no key opens goes into an `.unreadable` file for operators; the others are handed
   * on. If the file is missing, another process has taken it over.
   */
  async function replayFile(name: string, take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    const bytes = await unlessGone(readFile(name));
    if (!bytes) return;
    const aside: Buffer[] = [];
    const read = records(bytes).map((sealed) => openedOrAside(sealed, aside));
    for (const batch of batches(read)) await take(batch);
    if (aside.length > 0) {
      log("error", { records: aside.length }, "spool records that no key opens, put aside");
      await writeFile(join(directory, `${randomUUID()}.unreadable`), Buffer.concat(aside.map(framed)), { mode: 0o600 });
    }
    await rm(name, { force: true });
  }

  function openedOrAside(sealed: Buffer, aside: Buffer[]): ChannelEvent[] {
    try {
      return vault.open(sealed, ABOUT) as ChannelEvent[];
    } catch {
      aside.push(sealed);
      return [];
    }
  }

  /**
   * Replays this process's files until nothing waits. Meanwhile `append` still writes newer messages to a new file, so
   * that a store that hangs keeps no platform waiting.
   */
  async function replayOwn(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    while (current.records > 0 || ended.length > 0) {
      if (ended.length === 0) await inTurn(endFile);
      for (let path = ended[0]; path; path = ended[0]) {
        await replayFile(path, take);
        ended.shift();
      }
    }
  }

  /**
   * Takes over the files of processes that have ended, and puts them first; the process that renames a file owns it.
   */
  async function adopt(): Promise<void> {
    const own = new Set([...ended, current.path]);
    const there = new Set(await spoolsIn(directory));
    const adopted: { path: string; born: number }[] = [];
    for (const other of [...there].filter((path) => !own.has(path))) {
      const born = await orphanedSince(other);
      if (born === undefined) continue;
      const path = join(directory, `${randomUUID()}.adopted`);
      const isMine = await rename(other, path).then(
        () => true,
        () => false, // another process was quicker
      );
      if (!isMine) continue;
      log("warn", { file: basename(other).slice(0, 8) }, "spool of a gone process adopted");
      adopted.push({ path, born });
      there.delete(other);
    }
    ended.unshift(...adopted.sort((one, two) => one.born - two.born).map(({ path }) => path));
    const isLate = performance.now() - openedAt > patience;
    for (const other of inherited) if (isLate || !there.has(other)) inherited.delete(other);
    for (const other of seen.keys()) if (!there.has(other)) seen.delete(other);
  }

  /** Returns when a file was created, in ms, if its process has ended; `undefined` while that process may still run. */
  async function orphanedSince(other: string): Promise<number | undefined> {
    const found = await stat(other).catch(() => undefined);
    if (!found) return undefined;
    const { size, mtimeMs, birthtimeMs } = found;
    const before = seen.get(other);
    const moved = before?.size !== size || before.touched !== mtimeMs;
    if (moved) seen.set(other, { size, touched: mtimeMs, since: performance.now() });
    const isGone = !moved && performance.now() - before.since >= orphanedAfter;
    return isGone || other.endsWith(LEFT) ? birthtimeMs : undefined;
  }

  async function replay(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    await adopt();
    if (inherited.size === 0) await replayOwn(take);
  }

  /** Marks this process's files as left, so that the next process takes them over without waiting for signs of life. */
  async function leave(): Promise<void> {
    await endFile();
    for (const path of ended) await rename(path, `${path.slice(0, path.lastIndexOf("."))}${LEFT}`).catch(() => {});
  }

  return {
    get holding() {
      return holding();
    },
    append: (events) => inTurn(() => write(events)),
    replay: (take) => inReplay(() => replay(take)),
    check: () => tryToWrite(),
    async close() {
      clearInterval(alive);
      await inReplay(() => inTurn(leave));
    },
  };
}
