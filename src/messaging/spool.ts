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

/** Files on disk that keep messages while the store is away. */
export type Spool = {
  /** While `holding` is true, newer messages must go into the spool too. */
  readonly holding: boolean;
  /** Resolves when the events are on disk. Rejects with SPOOL_UNAVAILABLE if the spool cannot be written. */
  append(events: readonly ChannelEvent[]): Promise<void>;
  /** `take` gets the events of ended processes first. Stops at the first failure. */
  replay(take: Take): Promise<void>;
  /** Rejects with SPOOL_UNAVAILABLE if the spool cannot write a test file. */
  check(): Promise<void>;
  close(): Promise<void>;
};

const ORPHANED_AFTER = 5_000;
const PATIENCE = 60_000;

/** A failed task rejects only its own call. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
}

type OwnSpool = Others & {
  vault: Vault;
  current: SpoolFile;
  ended: string[];
  inTurn: ReturnType<typeof oneAtATime>;
  inReplay: ReturnType<typeof oneAtATime>;
};

const isHolding = ({ current, ended, inherited }: OwnSpool): boolean =>
  current.records > 0 || ended.length > 0 || inherited.size > 0;

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

/** A file must end after a failed write, because readers stop at incomplete records. */
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

/** During the replay, `append` writes to a new file, so platforms do not wait. */
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

async function leaveFiles(own: OwnSpool): Promise<void> {
  await endFile(own);
  for (const path of own.ended) await rename(path, `${path.slice(0, path.lastIndexOf("."))}${LEFT}`).catch(() => {});
}
