import { randomUUID } from "node:crypto";
import { rename, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { ChannelEvent } from "../channels/channel.ts";
import type { Vault } from "../privacy/vault.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Log } from "../vocabulary/message.ts";
import { adoptFiles, type Others } from "./spool-adopt.ts";
import { closeSpoolFile, LEFT, newSpoolFile, type SpoolFile, spoolsIn, tryToWrite, writeRecord } from "./spool-file.ts";
import { ABOUT, replayFile, type Take } from "./spool-replay.ts";

/** The place on disk where messages wait while the store is away. */
export type Spool = {
  /** True while anything waits: newer messages queue behind it. */
  readonly holding: boolean;
  /** Resolves once the events are on disk; rejects with SPOOL_UNAVAILABLE. */
  append(events: readonly ChannelEvent[]): Promise<void>;
  /**
   * Passes what waits to `take`: first the files of processes that have ended, then this process's own. Deletes what
   * was taken and stops at the first failure.
   */
  replay(take: Take): Promise<void>;
  /** Resolves when bytes can be put on disk beside the spool; rejects with SPOOL_UNAVAILABLE. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** Ms after which a file whose process shows no life is taken over. */
const ORPHANED_AFTER = 5_000;
/** Ms that this process's messages wait for another process's file that is neither replayed nor free to be taken over. */
const PATIENCE = 60_000;

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

/** One process's spool. */
type OwnSpool = Others & {
  vault: Vault;
  /** The file that is written. */
  current: SpoolFile;
  /** Paths of files that are written no more, oldest first: a torn record may stand at their end. */
  ended: string[];
  /** `inTurn` runs the tasks that write one after the other, `inReplay` those that replay. */
  inTurn: ReturnType<typeof oneAtATime>;
  inReplay: ReturnType<typeof oneAtATime>;
};

const isHolding = ({ current, ended, inherited }: OwnSpool): boolean =>
  current.records > 0 || ended.length > 0 || inherited.size > 0;

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
  const own: OwnSpool = {
    directory,
    vault,
    log,
    orphanedAfter,
    patience,
    openedAt: performance.now(),
    inherited: new Set(await spoolsIn(directory)),
    seen: new Map(),
    current: newSpoolFile(directory),
    ended: [],
    inTurn: oneAtATime(),
    inReplay: oneAtATime(),
  };
  const probe = join(directory, `${randomUUID()}.probe`);
  const alive = setInterval(() => showLife(own), orphanedAfter / 4);
  alive.unref();
  return {
    get holding() {
      return isHolding(own);
    },
    append: (events) => own.inTurn(() => writeEvents(own, events)),
    replay: (take) => own.inReplay(() => replayFiles(own, take)),
    check: () => tryToWrite(directory, probe),
    async close() {
      clearInterval(alive);
      await own.inReplay(() => own.inTurn(() => leaveFiles(own)));
    },
  };
}

/** Touches this process's files, so that no other takes them over. */
function showLife(own: OwnSpool): void {
  if (!isHolding(own)) return;
  const now = new Date();
  for (const path of [...own.ended, own.current.path]) utimes(path, now, now).catch(() => undefined);
}

async function writeEvents(own: OwnSpool, events: readonly ChannelEvent[]): Promise<void> {
  try {
    await writeRecord(own.directory, own.current, own.vault.seal(events, ABOUT));
  } catch (cause) {
    await endFile(own);
    throw new AppError("SPOOL_UNAVAILABLE", "cannot write the spool", { cause });
  }
}

/**
 * Ends the current file; the next record goes into a new one. A file is ended before a replay, and after a failed
 * write: a failed write may leave a torn record, and no reader finds a record behind a torn one. `holding` stays true
 * meanwhile; otherwise newer messages would overtake those in the file.
 */
async function endFile(own: OwnSpool): Promise<void> {
  const file = own.current;
  if (file.records > 0) own.ended.push(file.path);
  own.current = newSpoolFile(own.directory);
  await closeSpoolFile(file);
}

async function replayFiles(own: OwnSpool, take: Take): Promise<void> {
  own.ended.unshift(...(await adoptFiles(own, new Set([...own.ended, own.current.path]))));
  if (own.inherited.size === 0) await replayOwn(own, take);
}

/**
 * Replays this process's files until nothing waits. Meanwhile `append` still writes newer messages to a new file, so
 * that a store that hangs keeps no platform waiting.
 */
async function replayOwn(own: OwnSpool, take: Take): Promise<void> {
  const { ended } = own;
  while (own.current.records > 0 || ended.length > 0) {
    if (ended.length === 0) await own.inTurn(() => endFile(own));
    for (let path = ended[0]; path; path = ended[0]) {
      await replayFile(own, path, take);
      ended.shift();
    }
  }
}

/** Marks this process's files as left, so that the next process takes them over without waiting for signs of life. */
async function leaveFiles(own: OwnSpool): Promise<void> {
  await endFile(own);
  for (const path of own.ended) await rename(path, `${path.slice(0, path.lastIndexOf("."))}${LEFT}`).catch(() => {});
}
