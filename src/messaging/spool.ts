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
  /** Hands on what waits, what gone processes left here before their own, and forgets what was taken; stops at the first refusal. */
  replay(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void>;
  /** Resolves when bytes can be put on disk beside the spool; rejects with SPOOL_UNAVAILABLE. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** More than what is free in a block that is begun already: a full disk has no room for it. */
const TRIED = 4_096;
const HEADER = 8;
const ABOUT = "spool";
/** Events that are brought to the store together. */
const AT_ONCE = 100;
/** A file whose process has shown no life for this long, by our own monotonic clock, is taken over. */
const ORPHANED_AFTER = 5_000;
/** Ms that ours wait behind a file which is neither brought nor to be had. */
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

/** Whole records only: a torn tail was never acknowledged. */
function* records(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const sealed = bytes.subarray(at + HEADER, at + HEADER + length);
    if (sealed.length < length || crc32(sealed) !== bytes.readUInt32BE(at + 4)) return;
    yield sealed;
    at += HEADER + length;
  }
}

/** Many records at once; one that says more than messages and receipts stays alone, at its place among them. */
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

/** `undefined` where there is no such file; any other failure is one. */
const unlessGone = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });

type CurrentFile = { path: string; handle?: FileHandle; records: number };

/** Runs one thing at a time, in the order asked; a failure is its own and holds up nothing. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
}

/** Opens this process's spool in `directory`: sealed, checksummed records, fsynced before they count. */
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
  /** What other processes had here when this one began: taken over or brought by them, it comes before anything of ours. */
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
      const { ino } = await stat(path); // taken over meanwhile: whoever took it may have read past us already
      if (ino !== (await current.handle.stat()).ino) throw new Error("spool file was replaced");
      current.records += 1;
    } catch (cause) {
      await endFile();
      throw new AppError("SPOOL_UNAVAILABLE", "cannot write the spool", { cause });
    }
  }

  /** Writes what a short message takes, and takes it away again. */
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

  /** A file whose name is on disk as surely as its records will be. */
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
   * What comes next goes into another file: this one is read, or ends in a torn record that nobody reads past. It holds
   * at every moment in between, or newer messages would overtake these.
   */
  async function endFile(): Promise<void> {
    const file = current;
    if (file.records > 0) ended.push(file.path);
    current = newFile();
    await file.handle?.close().catch(() => undefined);
    if (file.records === 0) await rm(file.path, { force: true }).catch(() => undefined);
  }

  /** A record that no key opens is put aside for people; the others go on. A file that is gone is with whoever took it over. */
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

  /** Until nothing waits. Newer ones are written meanwhile, behind these: a store that hangs keeps no platform waiting. */
  async function replayOwn(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    while (current.records > 0 || ended.length > 0) {
      if (ended.length === 0) await inTurn(endFile);
      for (let path = ended[0]; path; path = ended[0]) {
        await replayFile(path, take);
        ended.shift();
      }
    }
  }

  /** Files of processes that are gone become ours and come first: the one that renames a file has it. */
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

  /** When a file was begun whose process is gone, in ms; `undefined` while it may live. */
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

  /** Whoever comes next need not wait for signs of life. */
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
