import type { PackRoot } from "../districts/index.ts";
import { type Keys, openVault } from "../privacy/vault.ts";
import type { District } from "../register/district.ts";
import { type RowKind, rowSeal } from "../register/recipient.ts";
import type { Changes, NewGeneration, Register } from "../store/ports/register.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Reason } from "../vocabulary/lists.ts";
import type { Words } from "../words/words.ts";
import type { Batch } from "./batches.ts";
import { byFrequency, countFindings, type Findings } from "./findings.ts";
import { type Allowed, findStops, unmappedOf } from "./guards.ts";
import { type Mark, rowMarks } from "./row-marks.ts";
import { type Absent, absentColumns } from "./rows/absent-columns.ts";
import type { Cell } from "./rows/cell.ts";
import { columnKey } from "./rows/column-names.ts";
import { findHeader, HEADER_WITHIN, type Header } from "./rows/header.ts";
import type { KkFault, NikFault, RejectCode, Rejection } from "./rows/sentences.ts";
import { describeUnfollowed, type Unfollowed, unfollowedIn } from "./rows/unfollowed.ts";
import { type Sealing, startSealing } from "./sealing.ts";
import { type Marks, markSharedNiks } from "./shared-niks.ts";

export type ImportOptions = {
  kind: RowKind;
  district: District;
  /** Batches of the file's rows, every one of them in its place. */
  batches: AsyncIterable<Batch>;
  register: Pick<Register, "newGeneration" | "generation">;
  keys: Keys;
  packs: PackRoot;
  /** The words that citizens use, of every language: spellings of names. */
  words: Words;
  /** When the list was made, and today, as `2026-11-23`. */
  asOf: string;
  today: string;
  mapping?: Record<string, string>;
  /** What of `mapping` an operator wrote, and expects to be found in the file. */
  ownMapping?: Record<string, string>;
  /** The shipped layout that an operator named, which is part of `mapping`. */
  layout?: { name: string; columns: Record<string, string> };
  bps?: boolean;
  dryRun?: boolean;
  /** Which guards an operator has lifted. */
  allowed: Allowed;
  onProgress?: (done: number, total: number, rows: number) => void;
  /**
   * A row that somebody has to look at: refused, or taken all the same; `words` of its cell, where they may be told. In the
   * list's order, and then once more so for what only the whole list shows.
   */
  onListed?: (row: number, code: RejectCode, words?: string) => void;
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
  /** The first of them. */
  firstRejected: { row: number; code: Rejection }[];
  valid: number;
  invalid: Partial<Record<Reason, number>>;
  unmapped: Record<string, number>;
  /** Rows kept without a judgement. */
  unread: number;
  /** Rows whose status nobody has mapped; the words, with counts, of which the first thousand are counted apart. */
  unknown: number;
  unknownStatuses: Record<string, number>;
  /** Rows that are called valid beside a reason in words that nobody has mapped; the words, with counts. */
  doubted: number;
  doubts: Record<string, number>;
  /** Those kept whose words a list says to be looked at; these words, with counts. */
  held: number;
  heldStatuses: Record<string, number>;
  /** Rows of people of whom one row says that the data is valid, and another that it is not. */
  contradicted: number;
  /** People, or payments, that nobody finds by a NIK. */
  nikFaults: Partial<Record<NikFault, number>>;
  /** People whose family card is not there or cannot be read: they read "registered" only. */
  kkFaults: Partial<Record<KkFault, number>>;
  /** Rows that were refused, and cells that were not read as they stand: how many, the first rows, the words. */
  findings: Findings;
  /** The last row of the file, where it has too few or too many columns: the file may have been cut. */
  cutAt?: number;
  /** Rows of titles, totals and signatures. */
  nobodys: number;
  /** The row in which the header stands, and the sheet of a spreadsheet. */
  headerRow: number;
  sheet?: string;
  ignoredColumns: string[];
  /** Columns that are not there and are missed, each with the unused one that is most like it. */
  absentColumns: Absent[];
  /** Names of the operator's mapping that are not there; their columns are read by other names. */
  unfollowed: Unfollowed[];
  /** The layout that an operator named and of which the sheet has no name. */
  unusedLayout?: string;
  /** What would refuse the list were it no dry run. */
  stops: string[];
  changes: Changes;
};

/**
 * One import's way, which makes a list live whole or not at all:
 * `batches` reads rows of a CSV or spreadsheet; `rows/header` finds the columns; `sealing` hands batches to two worker
 * threads (`sealing-worker`), which read each row (`rows/row`) and seal it, and writes what comes back into a new
 * generation of the store; then repeated rows are dropped, `shared-niks` marks people who share a NIK, the generation is
 * compared with the live one, `guards` may stop it, and the store makes it live in one write.
 */
export async function importFile(options: ImportOptions): Promise<ImportSummary> {
  const { kind, district, batches, register } = options;
  const generation = await register.newGeneration(kind, district.id, options.asOf);
  const tally = emptySummary(options);
  const findings = countFindings();
  let sealing: Sealing | undefined;
  let next = 1;
  try {
    for await (const { rows, done, total, sheet, others } of withWholeTop(batches)) {
      if (sheet !== undefined) tally.sheet = sheet;
      const top = sealing ? undefined : takeHeader(rows, options, tally, others);
      if (top) sealing = startSealing(options, top.header, generation, tally, findings);
      const from = top?.next ?? 0;
      if (rows.length > from) await sealing?.add({ first: next + from, rows: rows.slice(from) });
      next += rows.length;
      options.onProgress?.(done, total, tally.read);
    }
    await sealing?.end();
    return await concluded(generation, options, tally, (hash) => sealing?.rowOf(hash) ?? 0, findings);
  } catch (error) {
    await sealing?.stop();
    await generation.discard().catch(() => undefined); // the store may be gone; what went wrong first is told
    throw error;
  }
}

/** The same batches, the first of them long enough to hold every row in which a header may stand. */
async function* withWholeTop(batches: ImportOptions["batches"]): AsyncGenerator<Batch> {
  const top: Cell[][] = [];
  let last: Batch | undefined;
  for await (const batch of batches) {
    if (top.length >= HEADER_WITHIN) {
      yield batch;
      continue;
    }
    top.push(...batch.rows);
    last = { ...batch, rows: top };
    if (top.length >= HEADER_WITHIN) yield last;
  }
  if (last && top.length < HEADER_WITHIN) yield last;
}

/** Finds the header and the index of the first row below it; where there is none, says in which sheet it was sought. */
function takeHeader(rows: Cell[][], options: ImportOptions, tally: ImportSummary, others: string[] = []) {
  const { kind, mapping, ownMapping = {} } = options;
  const unused = unusedLayout(rows, options);
  const { header, at } = inSheet(tally.sheet, others, () => findHeader(rows, kind, mapping, ownMapping, unused));
  if (unused !== undefined) tally.unusedLayout = unused;
  tally.unfollowed = followed(header, unfollowedIn((rows[at] ?? []).map(String), kind, ownMapping));
  tally.ignoredColumns = header.ignored;
  tally.absentColumns = absentColumns(header, kind);
  tally.headerRow = at + 1;
  return { header, next: at + 1 };
}

/** The named layout, where none of its names stands in a row that may be a header. */
function unusedLayout(rows: Cell[][], { layout }: ImportOptions): string | undefined {
  if (!layout) return undefined;
  const keys = new Set(Object.keys(layout.columns).map(columnKey));
  const isThere = rows
    .slice(0, HEADER_WITHIN)
    .some((cells) => cells.some((cell) => keys.has(columnKey(String(cell ?? "")))));
  return isThere ? undefined : layout.name;
}

/** Throws IMPORT_UNREADABLE where the column that a name of the mapping stands for has no other name in the file either. */
function followed({ positions }: Header, unfollowed: Unfollowed[]): Unfollowed[] {
  const lost = unfollowed.filter(({ column }) => positions[column] === undefined);
  if (lost.length === 0) return unfollowed;
  const said = lost.map(describeUnfollowed).join("; ");
  throw new AppError("IMPORT_UNREADABLE", `${said}: correct the name in the file, or take it out`);
}

function inSheet<Found>(sheet: string | undefined, others: readonly string[], find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (sheet === undefined || others.length === 0 || !(error instanceof AppError)) throw error;
    const named = others.map((one) => `"${one}"`).join(", ");
    const message = `sheet "${sheet}" was read, --sheet reads another (${named}): ${error.message}`;
    throw new AppError(error.code, message, { cause: error });
  }
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
  firstRejected: [],
  valid: 0,
  invalid: {},
  unmapped: {},
  unread: 0,
  unknown: 0,
  unknownStatuses: {},
  doubted: 0,
  doubts: {},
  held: 0,
  heldStatuses: {},
  contradicted: 0,
  nikFaults: {},
  kkFaults: {},
  findings: {},
  nobodys: 0,
  headerRow: 1,
  ignoredColumns: [],
  absentColumns: [],
  unfollowed: [],
  stops: [],
  changes: { rows: 0, added: 0, removed: 0, changed: 0, unchanged: 0 },
});

async function concluded(
  generation: NewGeneration,
  options: ImportOptions,
  tally: ImportSummary,
  rowOf: (hash: string) => number,
  findings: ReturnType<typeof countFindings>,
): Promise<ImportSummary> {
  const { kind, keys, district, dryRun } = options;
  if (tally.taken === 0) throw new AppError("IMPORT_UNREADABLE", nothingTaken(tally));
  tally.repeated = await generation.dropRepeated();
  tally.taken -= tally.repeated;
  if (kind === "register") {
    const marks = rowMarks();
    const name = (hash: string, mark: Mark) => marks.add(rowOf(hash), mark);
    const vault = openVault(keys);
    countMarks(tally, await markSharedNiks(generation, vault, rowSeal(kind, district.id), options.words, name));
    for (const [row, mark] of marks.inOrder()) {
      findings.add(row, mark);
      options.onListed?.(row, mark);
    }
  }
  tally.findings = findings.found();
  const live = await options.register.generation(kind, district.id);
  tally.changes = await generation.compare();
  if (tally.changes.rows !== tally.taken) {
    throw new AppError("CONFLICT", `nothing was changed: ${tally.changes.rows} of ${tally.taken} rows were stored`);
  }
  const invalid = Object.fromEntries(Object.entries(tally.invalid).sort(byFrequency)) as ImportSummary["invalid"];
  const summary = { ...tally, invalid };
  const stops = findStops(summary, live, options.allowed);
  if (stops.length > 0 && !dryRun) throw new AppError("CONFLICT", `nothing was changed: ${stops.join("; ")}`);
  if (dryRun) await generation.discard();
  else await generation.publish(kind === "register" ? { valid: tally.valid, unread: unmappedOf(tally) } : {});
  return { ...summary, stops, live: !dryRun };
}

function countMarks(tally: ImportSummary, { shared, contradicted, wasValid, wasUnread, reasonsGone }: Marks): void {
  if (shared > 0) tally.invalid.NIK_GANDA = (tally.invalid.NIK_GANDA ?? 0) + shared;
  for (const reason of reasonsGone) {
    const left = (tally.invalid[reason] ?? 1) - 1;
    if (left > 0) tally.invalid[reason] = left;
    else delete tally.invalid[reason];
  }
  tally.contradicted = contradicted;
  tally.valid -= wasValid;
  tally.unread += contradicted - wasUnread;
  tally.held += contradicted; // their words are mapped
}

const nothingTaken = ({ rejected, headerRow }: ImportSummary): string =>
  rejected > 0
    ? `no row of the file could be taken: ${rejected === 1 ? "the only one was" : `all ${rejected} were`} refused`
    : `no row of the file could be taken: there is none below the header in row ${headerRow}`;
