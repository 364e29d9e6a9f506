import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { rowSeal } from "../register/recipient.ts";
import { spellingsOf, statusesOf } from "../register/status-words.ts";
import type { NewGeneration, PreparedRow } from "../store/ports/register.ts";
import { countWords } from "./count-words.ts";
import type { countFindings } from "./findings.ts";
import type { ImportOptions, ImportSummary } from "./import.ts";
import { handOnInOrder } from "./in-order.ts";
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

/** The words of an office's own that the summary counts. */
const COUNTED = ["unmapped", "unknownStatuses", "heldStatuses", "doubts"] as const;
type Counted = Record<(typeof COUNTED)[number], ReturnType<typeof countWords>>;

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
  const { seen, rowOf } = repeatedRows();
  const counted = Object.fromEntries(COUNTED.map((name) => [name, countWords()])) as Counted;
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

  const order = handOnInOrder<Stored>(async ({ prepared, stored }) => {
    await stored;
    count(prepared, tally, counted, listed);
    inFlight -= 1;
    wake?.();
  });
  for (const worker of workers) {
    worker.on("error", fail);
    worker.on("message", (prepared: Prepared) => {
      const stored = generation.add(rowsOf(prepared));
      stored.catch(fail); // its turn may come late
      order.arrive(prepared.first, { prepared, stored }).catch(fail);
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
      order.await(chunk.first);
      workers[next++ % WORKERS]?.postMessage(chunk);
    },
    async end() {
      await until(0);
      for (const name of COUNTED) tally[name] = counted[name].counted();
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

function addJudgement(
  tally: ImportSummary,
  words: Counted,
  { valid, unread, reasons, unknown, held, doubt }: Judgement,
): void {
  if (valid) tally.valid += 1;
  if (unread) tally.unread += 1;
  if (unread && held !== undefined) tally.held += 1;
  if (held !== undefined) words.heldStatuses.add(held);
  if (unknown !== undefined) {
    tally.unknown += 1;
    words.unknownStatuses.add(unknown);
  }
  if (doubt !== undefined) {
    tally.doubted += 1;
    words.doubts.add(doubt);
  }
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

/** A chunk's rows, and the promise that they are written. */
type Stored = { prepared: Prepared; stored: Promise<void> };

const rowsOf = ({ niks, kks, hashes, ends, sealed }: Prepared): PreparedRow[] =>
  niks.map((nik, index) => ({
    nik,
    kk: kks[index] ?? null,
    hash: hashes[index] ?? "",
    sealed: new Uint8Array(sealed, ends[index - 1] ?? 0, (ends[index] ?? 0) - (ends[index - 1] ?? 0)),
  }));

function count(prepared: Prepared, tally: ImportSummary, counted: Counted, listing: Listing): void {
  const { niks, hashes, numbers, rejected, notes } = prepared;
  const lines: Parameters<Listing["list"]>[] = [];
  const listed: Listing = { ...listing, list: (...line) => lines.push(line) };
  tally.taken += niks.length;
  tally.read += niks.length + rejected;
  tally.nobodys += prepared.nobodys;
  tally.rejected += rejected;
  for (const [words, times] of Object.entries(prepared.unmapped)) counted.unmapped.add(words, times);
  noteCut(prepared, tally);
  const repeated = new Set<number>();
  hashes.forEach((hash, index) => {
    const row = numbers[index] ?? 0;
    const judgement = prepared.judgements[index];
    if (listed.seen(hash, row)) repeated.add(row);
    else if (judgement) addJudgement(tally, counted, judgement);
  });
  addFaults(tally.nikFaults, prepared.nikFaults, repeated, listed);
  addFaults(tally.kkFaults, prepared.kkFaults, repeated, listed);
  for (const row of repeated) listed.list(row, "REPEATED");
  for (const [row, code, words] of notes) {
    if (!repeated.has(row)) listed.find(row, code, words);
    listed.list(row, code, words);
    if (isRejection(code) && tally.firstRejected.length < FIRST) tally.firstRejected.push({ row, code });
  }
  for (const line of lines.sort(([one], [other]) => one - other)) listing.list(...line);
}

/** A file that was cut ends in the middle of a row. */
function noteCut({ numbers, notes }: Prepared, tally: ImportSummary): void {
  const last = notes.findLast(([, code]) => isRejection(code));
  const [row, code] = last ?? [0];
  delete tally.cutAt;
  if (code === "WRONG_COLUMNS" && row > (numbers.at(-1) ?? 0)) tally.cutAt = row;
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
