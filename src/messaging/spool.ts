import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { ChannelEvent } from "../channels/channel.ts";
import { AppError } from "../errors.ts";
import type { Log } from "../message.ts";
import type { Vault } from "../privacy/vault.ts";

/** Where messages wait on disk while the store is away. */
export type Spool = {
  /** True while anything waits: newer messages queue behind it. */
  readonly holding: boolean;
  /** Resolves once the events are on disk; rejects with SPOOL_UNAVAILABLE. */
  append(events: readonly ChannelEvent[]): Promise<void>;
  /** Hands on what waits, oldest first, and forgets what was taken; stops at the first refusal. */
  replay(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
};

const HEADER = 8;
const ABOUT = "spool";
/** Events that are brought to the store together. */
const AT_ONCE = 100;
/** A file whose process has shown no life for this long, by our own monotonic clock, is taken over. */
const ORPHANED_AFTER = 10_000;

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

/** `undefined` where there is no such file; any other failure is one. */
const unlessGone = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });

type OwnFile = { path: string; handle?: FileHandle; records: number };

/** Opens this process's spool in `directory`: sealed, checksummed records, fsynced before they count. */
export function openSpool(directory: string, vault: Vault, log: Log, { orphanedAfter = ORPHANED_AFTER } = {}): Spool {
  const newFile = (): OwnFile => ({ path: join(directory, `${randomUUID()}.spool`), records: 0 });
  let current = newFile();
  /** Written no more, oldest first: a torn record may stand at their end. */
  const ended: OwnFile[] = [];
  const seen = new Map<string, { size: number; touched: number; since: number }>();
  let last: Promise<unknown> = Promise.resolve();
  let replaying: Promise<unknown> = Promise.resolve();
  const alive = setInterval(() => {
    const now = new Date();
    for (const { path } of [...ended, current]) if (holding()) utimes(path, now, now).catch(() => undefined);
  }, orphanedAfter / 4);
  alive.unref();

  const holding = () => current.records > 0 || ended.length > 0;

  /** One thing at a time on the current file. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  }

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

  /** A file whose name is on disk as surely as its records will be. */
  async function newHandle(path: string): Promise<FileHandle> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const handle = await open(path, "a", 0o600);
    const folder = await open(directory);
    await folder.sync().finally(() => folder.close());
    return handle;
  }

  /**
   * What comes next goes into another file: this one is read, or ends in a torn record that nobody reads past. It holds
   * at every moment in between, or newer messages would overtake these.
   */
  async function endFile(): Promise<void> {
    const file = current;
    if (file.records > 0) ended.push(file);
    current = newFile();
    await file.handle?.close().catch(() => undefined);
    if (file.records === 0) await rm(file.path, { force: true }).catch(() => undefined);
  }

  /** A record that no key opens is put aside for people; the others go on. A file that is gone is with whoever took it over. */
  async function replayFile(name: string, take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    const bytes = await unlessGone(readFile(name));
    if (!bytes) return;
    const aside: Buffer[] = [];
    let batch: ChannelEvent[] = [];
    for (const sealed of records(bytes)) {
      batch.push(...openedOrAside(sealed, aside));
      if (batch.length < AT_ONCE) continue;
      await take(batch);
      batch = [];
    }
    if (batch.length > 0) await take(batch);
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
    while (holding()) {
      if (ended.length === 0) await inTurn(endFile);
      for (let file = ended[0]; file; file = ended[0]) {
        await replayFile(file.path, take);
        ended.shift();
      }
    }
  }

  /** Files of processes that are gone: the one that renames a file has it. */
  async function adopt(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    const own = new Set([...ended, current].map(({ path }) => path));
    for (const entry of await readdir(directory).catch(() => [])) {
      const other = join(directory, entry);
      if (own.has(other) || !(entry.endsWith(".spool") || entry.endsWith(".adopted"))) continue;
      if (!(await isOrphan(other))) continue;
      const mine = join(directory, `${randomUUID()}.adopted`);
      try {
        await rename(other, mine);
      } catch {
        continue; // another process was quicker
      }
      seen.delete(other);
      log("warn", { file: entry.slice(0, 8) }, "spool of a gone process adopted");
      await replayFile(mine, take);
    }
  }

  async function isOrphan(other: string): Promise<boolean> {
    const { size, mtimeMs } = await stat(other).catch(() => ({ size: 0, mtimeMs: 0 }));
    const before = seen.get(other);
    if (!before || before.size !== size || before.touched !== mtimeMs) {
      seen.set(other, { size, touched: mtimeMs, since: performance.now() });
      return false;
    }
    return performance.now() - before.since >= orphanedAfter;
  }

  async function replay(take: (events: ChannelEvent[]) => Promise<unknown>): Promise<void> {
    await replayOwn(take);
    await adopt(take);
  }

  return {
    get holding() {
      return holding();
    },
    append: (events) => inTurn(() => write(events)),
    replay(take) {
      const done = replaying.then(() => replay(take));
      replaying = done.catch(() => undefined);
      return done;
    },
    async close() {
      clearInterval(alive);
      await replaying;
      await inTurn(async () => current.handle?.close());
    },
  };
}
