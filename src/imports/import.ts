import type { PackRoot } from "../districts/index.ts";
import type { Keys } from "../privacy/vault.ts";
import type { District } from "../register/district.ts";
import type { RowKind } from "../register/recipient.ts";
import { findTakenWords, type TakenWords } from "../register/status-words.ts";
import type { Changes, NewGeneration, Register } from "../store/ports/register.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";
import type { Batch } from "./batches.ts";
import { byFrequency, type Findings, openFindingCounter } from "./findings.ts";
import { countUnmapped, findStops, type LiftedGuards, refusedRows } from "./guards.ts";
import { markWholeList } from "./mark-rows.ts";
import type { RowsByHash } from "./repeated-rows.ts";
import { type AbsentColumn, findAbsentColumns } from "./rows/absent-columns.ts";
import type { Cell } from "./rows/cell.ts";
import { columnKey } from "./rows/column-names.ts";
import { findHeader, HEADER_ROWS, type Header } from "./rows/header.ts";
import type { NumbersSeen } from "./rows/numbers-seen.ts";
import type { KkFault, NikFault, RejectCode, Rejection } from "./rows/row-findings.ts";
import { describeUnusedMapping, type UnusedMapping, unusedMappingsOf } from "./rows/unused-mappings.ts";
import { type Sealing, startSealing } from "./sealing.ts";

export type ImportOptions = {
  kind: RowKind;
  district: District;
  /** Batches of the file's rows, in the file's order. */
  batches: AsyncIterable<Batch>;
  register: Pick<Register, "newGeneration" | "generation">;
  keys: Keys;
  packs: PackRoot;
  /** The word lists of every language, for spellings of names. */
  words: Words;
  /** `asOf` is the date of the list. Both dates have the form `2026-11-23`. */
  asOf: string;
  today: string;
  mapping?: Record<string, string>;
  /** The part of `mapping` that an operator wrote and expects to find in the file. */
  ownMapping?: Record<string, string>;
  /** The shipped layout that an operator named; its columns are part of `mapping`. */
  layout?: { name: string; columns: Record<string, string> };
  /** Whether the area codes of the list come from the statistics office (BPS). */
  bps?: boolean;
  dryRun?: boolean;
  allowed: LiftedGuards;
  onProgress?: (done: number, total: number, rows: number) => void;
  /**
   * The import calls this function for every row that a person has to look at, refused or not. `words` has the words
   * of the row's cell, if a summary may show them.
   *
   * First come the findings about single rows, in the file's order. Then come the findings that need the whole list,
   * again in the file's order.
   */
  onFinding?: (row: number, code: RejectCode, words?: string) => void;
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
  firstRejected: { row: number; code: Rejection }[];
  valid: number;
  invalid: Partial<Record<Reason, number>>;
  /** The words that offices give as reasons and nobody has mapped, with their counts. */
  unmapped: Record<string, number>;
  /** How many rows are kept without a judgement of their data. */
  unread: number;
  /**
   * How many people have a desil. The desil says in which tenth of all families, by welfare, the person's family is.
   */
  desils: number;
  /** How many rows have a status that nobody has mapped, and the counts of the words. */
  unknown: number;
  unknownStatuses: Record<string, number>;
  /**
   * How many rows have a status that means valid, but also a reason in words that nobody has mapped. `doubts` counts
   * the words.
   */
  doubted: number;
  doubts: Record<string, number>;
  /**
   * How many rows without a judgement have a status that the office wants to look at. `heldStatuses` counts the
   * words.
   */
  held: number;
  heldStatuses: Record<string, number>;
  /**
   * How many rows belong to a person whose rows contradict each other. One row says that the data is valid, and
   * another says that it is not.
   */
  contradicted: number;
  /** How many people, or payments, cannot be found by a NIK, for each fault of the NIK. */
  nikFaults: Partial<Record<NikFault, number>>;
  /**
   * Counts the rows with a readable NIK. Also counts those with numbers of another kabupaten, and those whose NIK
   * ends in 0.
   */
  numbers: NumbersSeen;
  /**
   * How many people have no readable family card, for each fault. In the chat these people read less about their
   * data.
   */
  kkFaults: Partial<Record<KkFault, number>>;
  /** For each code, the rows that were refused or have a cell that could not be read as written. */
  findings: Findings;
  /** The last row of the file, if its number of columns is wrong. Perhaps the file was cut there. */
  cutAt?: number;
  /** How many rows are about no person: titles, totals, signatures and empty rows. */
  aboutNobody: number;
  /** The row of the header, and the name of the sheet if the file is a spreadsheet. */
  headerRow: number;
  sheet?: string;
  ignoredColumns: string[];
  /** Words of reasons that the status words of the district take away. */
  takenWords: TakenWords[];
  /** Columns that the list lacks, so the register says less. Each names the most similar unused column. */
  absentColumns: AbsentColumn[];
  /** Names in the operator's mapping that the file lacks, although the file has their columns under other names. */
  unusedMappings: UnusedMapping[];
  /** The layout that an operator named, if none of its column names is in the sheet. */
  unusedLayout?: string;
  /**
   * A sentence for each guard that stops the list. Only a dry run has such sentences; every other import fails instead.
   */
  stops: string[];
  changes: Changes;
};

/**
 * Imports a list. The list becomes live as a whole or not at all.
 * 1. `batches` reads the rows of a CSV file or a spreadsheet, and `rows/header` finds the columns.
 * 2. `sealing` gives the batches to two worker threads (`sealing-worker`), which read each row (`rows/row`) and seal it.
 *    `sealing` writes the sealed rows into a new generation of the store, and the store drops repeated rows.
 * 3. `placeholders` removes numbers that stand in too many rows. `shared-niks` marks people who share a NIK.
 * 4. `guards` compares the generation with the live one. If no guard stops it, the store publishes it in one write.
 */
export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const { kind, district, batches, register } = options;
  const generation = await register.newGeneration(kind, district.id, options.asOf);
  const tally = emptySummary(options);
  const findings = openFindingCounter();
  let sealing: Sealing | undefined;
  let next = 1;
  try {
    for await (const { rows, done, total, sheet, others } of joinTopBatches(batches)) {
      if (sheet !== undefined) tally.sheet = sheet;
      const top = sealing ? undefined : takeHeader(rows, options, tally, others);
      if (top) sealing = startSealing(options, top.header, generation, tally, findings);
      const from = top?.next ?? 0;
      if (rows.length > from) await sealing?.add({ first: next + from, rows: rows.slice(from) });
      next += rows.length;
      options.onProgress?.(done, total, tally.read);
    }
    await sealing?.end();
    return await concludeImport(generation, options, tally, sealing?.rows, findings);
  } catch (error) {
    await sealing?.stop();
    await generation.discard().catch(() => undefined); // the store may be gone; the first error is the one to report
    throw error;
  }
}

/** Joins the first batches, so that one batch has all rows among which the header may be. */
async function* joinTopBatches(batches: ImportOptions["batches"]): AsyncGenerator<Batch> {
  const top: Cell[][] = [];
  let last: Batch | undefined;
  for await (const batch of batches) {
    if (top.length >= HEADER_ROWS) {
      yield batch;
      continue;
    }
    top.push(...batch.rows);
    last = { ...batch, rows: top };
    if (top.length >= HEADER_ROWS) yield last;
  }
  if (last && top.length < HEADER_ROWS) yield last;
}

/**
 * Finds the header and the index of the first row below it. If there is no header, throws an error that names the
 * sheet.
 */
function takeHeader(rows: Cell[][], options: ImportOptions, tally: ImportSummary, others: string[] = []) {
  const { kind, mapping, ownMapping = {} } = options;
  const unused = findUnusedLayout(rows, options);
  const { header, at } = nameSheetInError(tally.sheet, others, () =>
    findHeader(rows, kind, mapping, ownMapping, unused),
  );
  if (unused !== undefined) tally.unusedLayout = unused;
  tally.unusedMappings = requireMappedColumns(header, unusedMappingsOf((rows[at] ?? []).map(String), kind, ownMapping));
  tally.ignoredColumns = header.ignored;
  tally.absentColumns = findAbsentColumns(header, kind);
  tally.headerRow = at + 1;
  return { header, next: at + 1 };
}

/** Returns the name of the operator's layout if no possible header row has one of the layout's column names. */
function findUnusedLayout(rows: Cell[][], { layout }: ImportOptions): string | undefined {
  if (!layout) return undefined;
  const keys = new Set(Object.keys(layout.columns).map(columnKey));
  const isThere = rows
    .slice(0, HEADER_ROWS)
    .some((cells) => cells.some((cell) => keys.has(columnKey(String(cell ?? "")))));
  return isThere ? undefined : layout.name;
}

/**
 * Throws IMPORT_UNREADABLE for a name of the mapping if the file has its column neither under that name nor under
 * another.
 */
function requireMappedColumns({ positions }: Header, unfollowed: UnusedMapping[]): UnusedMapping[] {
  const lost = unfollowed.filter(({ column }) => positions[column] === undefined);
  if (lost.length === 0) return unfollowed;
  const said = lost.map(describeUnusedMapping).join("; ");
  throw new AppError("IMPORT_UNREADABLE", `${said}: correct the name in the file, or take it out`);
}

function nameSheetInError<Found>(sheet: string | undefined, others: readonly string[], find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (sheet === undefined || others.length === 0 || !(error instanceof AppError)) throw error;
    const named = others.map((one) => `"${one}"`).join(", ");
    const message = `sheet "${sheet}" was read, --sheet reads another (${named}): ${error.message}`;
    throw new AppError(error.code, message, { cause: error });
  }
}

const takenWordsIn = ({ statusWords: [nation, ...own], reasons }: District): TakenWords[] =>
  own.flatMap((list) => findTakenWords(list, nation ? [nation] : [], Object.values(reasons)));

const emptySummary = ({ kind, district, asOf }: ImportOptions): ImportSummary => ({
  kind,
  district: district.id,
  asOf,
  live: false,
  read: 0,
  taken: 0,
  repeated: 0,
  rejected: 0,
  firstRejected: [],
  valid: 0,
  invalid: {},
  unmapped: {},
  unread: 0,
  desils: 0,
  unknown: 0,
  unknownStatuses: {},
  doubted: 0,
  doubts: {},
  held: 0,
  heldStatuses: {},
  contradicted: 0,
  nikFaults: {},
  numbers: { read: 0, elsewhere: 0, endingIn0: 0 },
  kkFaults: {},
  findings: {},
  aboutNobody: 0,
  headerRow: 1,
  ignoredColumns: [],
  takenWords: kind === "register" ? takenWordsIn(district) : [],
  absentColumns: [],
  unusedMappings: [],
  stops: [],
  changes: { rows: 0, added: 0, removed: 0, changed: 0, unchanged: 0 },
});

async function concludeImport(
  generation: NewGeneration,
  options: ImportOptions,
  tally: ImportSummary,
  rows: RowsByHash | undefined,
  findings: ReturnType<typeof openFindingCounter>,
): Promise<ImportSummary> {
  const { kind, district, dryRun } = options;
  if (tally.taken === 0) throw new AppError("IMPORT_UNREADABLE", describeNothingTaken(tally));
  tally.repeated = await generation.dropRepeated();
  tally.taken -= tally.repeated;
  if (rows) await markWholeList(generation, options, tally, rows, findings);
  tally.findings = findings.found();
  const liveGeneration = await options.register.generation(kind, district.id);
  tally.changes = await generation.compare();
  if (tally.changes.rows !== tally.taken) {
    throw new AppError("CONFLICT", `nothing was changed: ${tally.changes.rows} of ${tally.taken} rows were stored`);
  }
  const invalid = Object.fromEntries(Object.entries(tally.invalid).sort(byFrequency)) as ImportSummary["invalid"];
  const summary = { ...tally, invalid };
  const stops = findStops(summary, liveGeneration, options.allowed);
  if (stops.length > 0 && !dryRun) throw new AppError("CONFLICT", `nothing was changed: ${stops.join("; ")}`);
  if (dryRun) await generation.discard();
  else
    await generation.publish({
      ...(kind === "register" ? { valid: tally.valid, unread: countUnmapped(tally), desils: tally.desils } : {}),
      refused: refusedRows(tally),
    });
  return { ...summary, stops, live: !dryRun };
}

const describeNothingTaken = ({ rejected, headerRow }: ImportSummary): string =>
  rejected > 0
    ? `no row of the file could be taken: ${rejected === 1 ? "the only one was" : `all ${rejected} were`} refused`
    : `no row of the file could be taken: there is none below the header in row ${headerRow}`;
