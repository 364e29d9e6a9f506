import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "../errors.ts";
import { type Keys, openVault } from "../privacy/vault.ts";
import type { District } from "../register/district.ts";
import { spellingsOf } from "../register/import.ts";
import type { Cell, Rejection } from "../register/import-cell.ts";
import { type Header, headerOf } from "../register/import-header.ts";
import type { Reason } from "../register/reasons.ts";
import { type RowKind, rowSeal } from "../register/recipient.ts";
import type { Runtime } from "../runtime.ts";
import { markSharedNiks } from "./import-shared.ts";
import type { Chunk, Prepared, WorkerSettings } from "./import-worker.ts";

type Register = Pick<Runtime["store"], "newGeneration" | "generation">;
export type NewGeneration = Awaited<ReturnType<Register["newGeneration"]>>;
type Changes = Awaited<ReturnType<NewGeneration["compare"]>>;

export type ImportOptions = {
  kind: RowKind;
  district: District;
  /** Batches of rows, the header first. */
  batches: AsyncIterable<{ rows: Cell[][]; done: number; total: number }>;
  register: Register;
  keys: Keys;
  districtsRoot: string;
  /** When the list was made, and today, as `2026-11-23`. */
  asOf: string;
  today: string;
  mapping?: Record<string, string>;
  bps?: boolean;
  dryRun?: boolean;
  /** Lets a register go live that drops more than a fifth of the people of the last one. */
  allowShrink?: boolean;
  onProgress?: (done: number, total: number, rows: number) => void;
  onRejected?: (row: number, rejection: Rejection) => void;
};

export type ImportSummary = {
  kind: RowKind;
  district: string;
  asOf: string;
  live: boolean;
  read: number;
  taken: number;
  repeated: number;
  rejected: number;
  valid: number;
  invalid: Partial<Record<Reason, number>>;
  unmapped: Record<string, number>;
  ignoredColumns: string[];
  changes: Changes;
};

const WORKERS = 2;
/** Chunks that may be with a worker or waiting to be written: bounds memory. */
const IN_FLIGHT = 2 * WORKERS;
/** Their work is short-lived rows: a large heap would only be filled. */
const WORKER_MEMORY = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };
const MOST_REMOVED = 0.2;

/** Reads, seals on the second core, writes a new generation and makes it live at once, or not at all. */
export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const { kind, district, batches, register } = options;
  const generation = await register.newGeneration(kind, district.id, options.asOf);
  const tally = emptySummary(options);
  let sealing: Sealing | undefined;
  try {
    for await (const { rows, done, total } of batches) {
      sealing ??= startSealing(options, takeHeader(rows, options, tally), generation, tally);
      if (rows.length > 0) await sealing.add({ first: tally.read + 2, rows });
      tally.read += rows.length;
      options.onProgress?.(done, total, tally.read);
    }
    await sealing?.end();
    return await concluded(generation, options, tally);
  } catch (error) {
    await sealing?.stop();
    await generation.discard();
    throw error;
  }
}

function takeHeader(rows: Cell[][], { kind, mapping }: ImportOptions, tally: ImportSummary): Header {
  const header = headerOf(
    (rows.shift() ?? []).map((cell) => String(cell ?? "").replace(/^﻿/, "")),
    kind,
    mapping,
  );
  tally.ignoredColumns = header.ignored;
  return header;
}

const emptySummary = ({ kind, district, asOf }: ImportOptions): ImportSummary => ({
  kind,
  district: district.id,
  asOf,
  live: false,
  read: 0,
  taken: 0,
  repeated: 0,
  rejected: 0,
  valid: 0,
  invalid: {},
  unmapped: {},
  ignoredColumns: [],
  changes: { rows: 0, added: 0, removed: 0, changed: 0, unchanged: 0 },
});

type Sealing = { add(chunk: Chunk): Promise<void>; end(): Promise<void>; stop(): Promise<void> };

/** Workers beside this thread: they read and seal, which costs three times as much as parsing and writing. */
function startSealing(
  options: ImportOptions,
  header: Header,
  generation: NewGeneration,
  tally: ImportSummary,
): Sealing {
  const settings = settingsOf(options, header);
  const workers = Array.from({ length: WORKERS }, () => startWorker(settings));
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
      await write(prepared, generation, tally, options).catch(fail);
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
  };
}

const startWorker = (workerData: WorkerSettings): Worker =>
  new Worker(join(import.meta.dirname, "import-worker.ts"), { workerData, resourceLimits: WORKER_MEMORY });

function settingsOf({ kind, district, keys, districtsRoot, today, bps = false }: ImportOptions, header: Header) {
  return {
    kind,
    seal: rowSeal(kind, district.id),
    header,
    sealKeys: [...keys.seal].map(([version, key]): [number, string] => [version, key.toString("base64")]),
    indexKey: keys.index.toString("base64"),
    districtsRoot,
    today,
    spellings: [...spellingsOf(Object.values(district.reasons))],
    bps,
  } satisfies WorkerSettings;
}

const addCounts = <Name extends string>(to: Partial<Record<Name, number>>, from: Partial<Record<Name, number>>) => {
  for (const [name, count] of Object.entries(from) as [Name, number][]) to[name] = (to[name] ?? 0) + count;
};

async function write(
  prepared: Prepared,
  generation: NewGeneration,
  tally: ImportSummary,
  { onRejected }: ImportOptions,
) {
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
  tally.rejected += rejected.length;
  tally.valid += prepared.valid;
  addCounts(tally.invalid, prepared.reasons);
  addCounts(tally.unmapped, prepared.unmapped);
  for (const [row, rejection] of rejected) onRejected?.(row, rejection);
}

async function concluded(
  generation: NewGeneration,
  options: ImportOptions,
  tally: ImportSummary,
): Promise<ImportSummary> {
  const { kind, keys, district, dryRun, allowShrink } = options;
  if (tally.taken === 0) throw new AppError("IMPORT_UNREADABLE", "no row of the file could be taken");
  tally.repeated = await generation.dropRepeated();
  tally.taken -= tally.repeated;
  if (kind === "register") {
    const shared = await markSharedNiks(generation, openVault(keys), rowSeal(kind, district.id));
    if (shared.marked > 0) tally.invalid.NIK_GANDA = (tally.invalid.NIK_GANDA ?? 0) + shared.marked;
    tally.valid -= shared.wasValid;
  }
  const live = await options.register.generation(kind, district.id);
  tally.changes = await generation.compare();
  const shrinks = kind === "register" && live && tally.changes.removed > live.rows * MOST_REMOVED;
  if (shrinks && !allowShrink && !dryRun) {
    const share = Math.round((tally.changes.removed / live.rows) * 100);
    throw new AppError(
      "CONFLICT",
      `this register drops ${tally.changes.removed} people, ${share} % of the live one; if that is meant, say --allow-shrink`,
    );
  }
  if (dryRun) await generation.discard();
  else await generation.publish();
  return { ...tally, live: !dryRun };
}
