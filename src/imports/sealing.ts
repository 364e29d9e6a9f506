import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { rowSeal } from "../register/recipient.ts";
import { spellingsOf, statusesOf } from "../register/status-words.ts";
import type { NewGeneration } from "../store/ports/register.ts";
import type { countFindings } from "./findings.ts";
import type { ImportOptions, ImportSummary } from "./import.ts";
import { repeatedRows } from "./repeated-rows.ts";
import type { Header } from "./rows/header.ts";
import { REJECTIONS, type RejectCode, type Rejection } from "./rows/sentences.ts";
import type { Chunk, Judgement, Prepared, WorkerSettings } from "./sealing-worker.ts";

const WORKERS = 2;
/** Refused rows that are named at once. */
const FIRST = 5;
/** Chunks that may be with a worker or waiting to be written: bounds memory. */
const IN_FLIGHT = 2 * WORKERS;
/** Their work is short-lived rows: a large heap would only be filled. */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

export type Sealing = {
  add(chunk: Chunk): Promise<void>;
  end(): Promise<void>;
  stop(): Promise<void>;
  /** The first row of the file that says what this hash is of. */
  rowOf(hash: string): number;
};

/** Workers beside this thread: they read and seal, which costs three times as much as parsing and writing. */
export function startSealing(
  options: ImportOptions,
  header: Header,
  generation: NewGeneration,
  tally: ImportSummary,
  findings: ReturnType<typeof countFindings>,
): Sealing {
  const settings = settingsOf(options, header);
  const workers = Array.from({ length: WORKERS }, () => startWorker(settings));
  const { seen, rowOf } = repeatedRows((row) => options.onListed?.(row, "REPEATED"));
  const listed: Listing = {
    list: (row, code, words) => options.onListed?.(row, code, words),
    find: findings.add,
    seen,
  };
  let next = 0;
  let inFlight = 0;
  let failed: unknown;
  let wake: (() => void) | undefined;
  const moved = () => new Promise<void>((resolve) => (wake = resolve));
  const fail = (error: unknown) => {
    failed ??= error;
    wake?.();
  };

  for (const worker of workers) {
    worker.on("error", fail);
    worker.on("message", async (prepared: Prepared) => {
      await write(prepared, generation, tally, listed).catch(fail);
      inFlight -= 1;
      wake?.();
    });
  }
  const until = async (most: number) => {
    while (inFlight > most && failed === undefined) await moved();
    if (failed !== undefined) throw failed;
  };
  const stop = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  return {
    async add(chunk) {
      await until(IN_FLIGHT - 1);
      inFlight += 1;
      workers[next++ % WORKERS]?.postMessage(chunk);
    },
    async end() {
      await until(0);
      await stop();
    },
    stop,
    rowOf,
  };
}

const startWorker = (workerData: WorkerSettings): Worker =>
  new Worker(join(import.meta.dirname, "sealing-worker.ts"), { workerData, resourceLimits: WORKER_MEMORY });

function settingsOf({ kind, district, keys, packs, today, bps = false }: ImportOptions, header: Header) {
  return {
    kind,
    seal: rowSeal(kind, district.id),
    header,
    sealKeys: [...keys.seal].map(([version, key]): [number, string] => [version, key.toString("base64")]),
    indexKey: keys.index.toString("base64"),
    packs,
    today,
    spellings: [...spellingsOf(Object.values(district.reasons))],
    statuses: [...statusesOf(district.statusWords, Object.values(district.reasons))],
    programmes: district.programmes.map(({ code }) => code),
    regency: district.code,
    bps,
  } satisfies WorkerSettings;
}

const addCounts = <Name extends string>(to: Partial<Record<Name, number>>, from: Partial<Record<Name, number>>) => {
  for (const [name, count] of Object.entries(from) as [Name, number][]) to[name] = (to[name] ?? 0) + count;
};

const addOne = (to: Record<string, number>, name: string | undefined) => {
  if (name !== undefined) to[name] = (to[name] ?? 0) + 1;
};

function addJudgement(tally: ImportSummary, { valid, unread, reasons, unknown, held }: Judgement): void {
  if (valid) tally.valid += 1;
  if (unread) tally.unread += 1;
  if (unread && held !== undefined) tally.held += 1;
  addOne(tally.heldStatuses, held);
  addOne(tally.unknownStatuses, unknown);
  for (const reason of reasons) tally.invalid[reason] = (tally.invalid[reason] ?? 0) + 1;
}

/**
 * Rows that somebody has to look at: `list` names each, `find` counts. `seen` finds those that say the same, and tells
 * whether this one was there before.
 */
type Listing = {
  list(row: number, code: RejectCode, words?: string): void;
  find(row: number, code: RejectCode, words?: string): void;
  seen(hash: string, row: number): boolean;
};

async function write(prepared: Prepared, generation: NewGeneration, tally: ImportSummary, listed: Listing) {
  const { niks, kks, hashes, ends, rejected } = prepared;
  await generation.add(
    niks.map((nik, index) => ({
      nik,
      kk: kks[index] ?? null,
      hash: hashes[index] ?? "",
      sealed: new Uint8Array(prepared.sealed, ends[index - 1] ?? 0, (ends[index] ?? 0) - (ends[index - 1] ?? 0)),
    })),
  );
  tally.taken += niks.length;
  tally.read += niks.length + rejected;
  tally.nobodys += prepared.nobodys;
  tally.rejected += rejected;
  addCounts(tally.unmapped, prepared.unmapped);
  const repeated = new Set<number>();
  hashes.forEach((hash, index) => {
    const row = prepared.numbers[index] ?? 0;
    if (listed.seen(hash, row)) {
      repeated.add(row);
      return;
    }
    const judgement = prepared.judgements[index];
    if (judgement) addJudgement(tally, judgement);
  });
  addFaults(tally.nikFaults, prepared.nikFaults, repeated, listed);
  addFaults(tally.kkFaults, prepared.kkFaults, repeated, listed);
  for (const [row, code, words] of prepared.notes) {
    if (!repeated.has(row)) listed.find(row, code, words);
    listed.list(row, code, words);
  }
  for (const [row, code] of prepared.notes) if (isRejection(code)) tally.firstRejected.push({ row, code });
  tally.firstRejected = tally.firstRejected.sort((a, b) => a.row - b.row).slice(0, FIRST);
}

/** Every row is listed; one that stands there twice is one person. */
function addFaults<Fault extends RejectCode>(
  to: Partial<Record<Fault, number>>,
  faults: readonly [row: number, fault: Fault][],
  repeated: ReadonlySet<number>,
  listed: Listing,
): void {
  for (const [row, fault] of faults) {
    listed.list(row, fault);
    if (repeated.has(row)) continue;
    to[fault] = (to[fault] ?? 0) + 1;
    listed.find(row, fault);
  }
}

const isRejection = (code: RejectCode): code is Rejection => code in REJECTIONS;
