import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { NameWords } from "../register/name-cells.ts";
import { programmeNamesOf } from "../register/programme-names.ts";
import { rowSeal } from "../register/recipient.ts";
import { spellingsOf, statusesOf } from "../register/status-words.ts";
import type { NewGeneration, PreparedRow } from "../store/ports/register.ts";
import { openWordCounter } from "./count-words.ts";
import type { openFindingCounter } from "./findings.ts";
import { handOnInOrder } from "./hand-on-in-order.ts";
import type { ImportOptions } from "./import.ts";
import type { ImportSummary } from "./import-summary.ts";
import { openRowsByHash, type RowsByHash } from "./repeated-rows.ts";
import type { Header } from "./rows/header.ts";
import { type FindingCode, REJECTIONS, type Rejection } from "./rows/row-findings.ts";
import type { Chunk, Judgement, PreparedChunk, WorkerSettings } from "./sealing-worker.ts";

const WORKERS = 2;
const MOST_FIRST_REJECTED = 5;
const IN_FLIGHT = 2 * WORKERS;
/** With a larger heap, V8 would collect garbage later. */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

const COUNTED_WORDS = ["unmapped", "unknownStatuses", "heldStatuses", "doubts", "payments"] as const;
type WordCounts = Record<(typeof COUNTED_WORDS)[number], ReturnType<typeof openWordCounter>>;

export type Sealing = {
  add(chunk: Chunk): Promise<void>;
  end(): Promise<void>;
  stop(): Promise<void>;
  rows: RowsByHash;
};

export function startSealing(
  options: ImportOptions,
  header: Header,
  generation: NewGeneration,
  tally: ImportSummary,
  findings: ReturnType<typeof openFindingCounter>,
): Sealing {
  const settings = settingsOf(options, header);
  const workers: Worker[] = [];
  const rows = openRowsByHash();
  const wordCounts = Object.fromEntries(COUNTED_WORDS.map((name) => [name, openWordCounter()])) as WordCounts;
  const listing: Listing = {
    list: (row, code, words) => options.onFinding?.(row, code, words),
    find: findings.add,
    seen: rows.seen,
  };
  let next = 0;
  let inFlight = 0;
  let failed: unknown;
  let wake: (() => void) | undefined;
  const nextChange = () => new Promise<void>((resolve) => (wake = resolve));
  const fail = (error: unknown) => {
    failed ??= error;
    wake?.();
  };

  const order = handOnInOrder<StoredChunk>(async ({ prepared, stored }) => {
    await stored;
    countChunk(prepared, tally, wordCounts, listing);
    inFlight -= 1;
    wake?.();
  });
  const addWorker = (): Worker => {
    const worker = startWorker(settings);
    worker.on("error", fail);
    worker.on("message", (prepared: PreparedChunk) => {
      const stored = generation.add(rowsOf(prepared));
      stored.catch(fail); // Without this handler, an early failure would be an unhandled rejection.
      order.arrive(prepared.first, { prepared, stored }).catch(fail);
    });
    workers.push(worker);
    return worker;
  };
  addWorker(); // The worker loads its modules while the first chunk is read.
  const waitUntil = async (most: number) => {
    while (inFlight > most && failed === undefined) await nextChange();
    if (failed !== undefined) throw failed;
  };
  const stop = async () => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  return {
    async add(chunk) {
      await waitUntil(IN_FLIGHT - 1);
      inFlight += 1;
      order.await(chunk.first);
      const worker = workers[next++ % WORKERS] ?? addWorker();
      worker.postMessage(chunk);
    },
    async end() {
      await waitUntil(0);
      for (const name of COUNTED_WORDS) tally[name] = wordCounts[name].counted();
      await stop();
    },
    stop,
    rows,
  };
}

const startWorker = (workerData: WorkerSettings): Worker =>
  new Worker(join(import.meta.dirname, "sealing-worker.ts"), { workerData, resourceLimits: WORKER_MEMORY });

/** Leaves out the phrases, because they cannot be sent to a thread. */
const nameWordsOf = ({
  names: { aliases, descent, remarks, titles, dead, besideDead },
}: ImportOptions["words"]): NameWords => ({
  ...{ aliases, descent, remarks, titles, dead, besideDead },
});

function settingsOf({ kind, district, keys, packs, words, today, bps = false }: ImportOptions, header: Header) {
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
    nameWords: nameWordsOf(words),
    programmes: [...programmeNamesOf(district.programmes)],
    areas: [...district.areas],
    regency: district.code,
    bps,
  } satisfies WorkerSettings;
}

function addJudgement(
  tally: ImportSummary,
  wordCounts: WordCounts,
  { valid, unread, reasons, unknown, held, doubt, hasDesil }: Judgement,
): void {
  if (valid) tally.valid += 1;
  if (unread) tally.unread += 1;
  if (hasDesil) tally.desils += 1;
  if (unread && held !== undefined) tally.held += 1;
  if (held !== undefined) wordCounts.heldStatuses.add(held);
  if (unknown !== undefined) {
    tally.unknown += 1;
    wordCounts.unknownStatuses.add(unknown);
  }
  if (doubt !== undefined) {
    tally.doubted += 1;
    wordCounts.doubts.add(doubt);
  }
  for (const reason of reasons) tally.invalid[reason] = (tally.invalid[reason] ?? 0) + 1;
}

type Listing = {
  list(row: number, code: FindingCode, words?: string): void;
  find(row: number, code: FindingCode, words?: string): void;
  seen(hash: string, row: number): boolean;
};

type StoredChunk = { prepared: PreparedChunk; stored: Promise<void> };

const rowsOf = ({ niks, kks, hashes, ends, sealed }: PreparedChunk): PreparedRow[] =>
  niks.map((nik, index) => ({
    nik,
    kk: kks[index] ?? null,
    hash: hashes[index] ?? "",
    sealed: new Uint8Array(sealed, ends[index - 1] ?? 0, (ends[index] ?? 0) - (ends[index - 1] ?? 0)),
  }));

function countChunk(prepared: PreparedChunk, tally: ImportSummary, wordCounts: WordCounts, listing: Listing): void {
  const { niks, hashes, numbers, rejected, notes } = prepared;
  const lines: Parameters<Listing["list"]>[] = [];
  const listed: Listing = { ...listing, list: (...line) => lines.push(line) };
  tally.taken += niks.length;
  tally.read += niks.length + rejected;
  tally.aboutNobody += prepared.aboutNobody;
  tally.rejected += rejected;
  for (const [words, times] of Object.entries(prepared.unmapped)) wordCounts.unmapped.add(words, times);
  for (const which of ["read", "elsewhere", "endingIn0"] as const) tally.numbers[which] += prepared.seen[which];
  noteCut(prepared, tally);
  const repeated = new Set<number>();
  hashes.forEach((hash, index) => {
    const row = numbers[index] ?? 0;
    const judgement = prepared.judgements[index];
    const programme = prepared.programmes[index];
    if (listed.seen(hash, row)) repeated.add(row);
    else if (judgement) addJudgement(tally, wordCounts, judgement);
    else if (programme !== undefined) wordCounts.payments.add(programme);
  });
  addFaults(tally.nikFaults, prepared.nikFaults, repeated, listed);
  addFaults(tally.kkFaults, prepared.kkFaults, repeated, listed);
  for (const row of repeated) listed.list(row, "REPEATED");
  for (const [row, code, words] of notes) {
    if (!repeated.has(row)) listed.find(row, code, words);
    listed.list(row, code, words);
    if (isRejection(code) && tally.firstRejected.length < MOST_FIRST_REJECTED) tally.firstRejected.push({ row, code });
  }
  for (const line of lines.sort(([one], [other]) => one - other)) listing.list(...line);
}

/** A cut file ends in the middle of a row. */
function noteCut({ numbers, notes }: PreparedChunk, tally: ImportSummary): void {
  const last = notes.findLast(([, code]) => isRejection(code));
  const [row, code] = last ?? [0];
  delete tally.cutAt;
  if (code === "WRONG_COLUMNS" && row > (numbers.at(-1) ?? 0)) tally.cutAt = row;
}

function addFaults<Fault extends FindingCode>(
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

const isRejection = (code: FindingCode): code is Rejection => code in REJECTIONS;
