import { defined } from "../defined.ts";
import type { PackRoot } from "../districts/index.ts";
import type { Keys } from "../privacy/vault.ts";
import type { District } from "../register/district.ts";
import { tellableProgrammes } from "../register/listed-programmes.ts";
import type { RowKind } from "../register/recipient.ts";
import type { NewGeneration, Register } from "../store/ports/register.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Words } from "../words/words.ts";
import type { Batch } from "./batches.ts";
import { byFrequency, type Findings, openFindingCounter } from "./findings.ts";
import { countUnmapped, describeRefusals, findStops, type LiftedGuards, refusedRows } from "./guards.ts";
import { emptySummary, type ImportSummary } from "./import-summary.ts";
import { markWholeList } from "./mark-rows.ts";
import type { RowsByHash } from "./repeated-rows.ts";
import { findAbsentColumns } from "./rows/absent-columns.ts";
import type { Cell } from "./rows/cell.ts";
import { columnKey } from "./rows/column-names.ts";
import { findHeader, HEADER_ROWS, type Header } from "./rows/header.ts";
import type { FindingCode } from "./rows/row-findings.ts";
import { describeUnusedMapping, type UnusedMapping, unusedMappingsOf } from "./rows/unused-mappings.ts";
import { type Sealing, startSealing } from "./sealing.ts";

export type ImportOptions = {
  kind: RowKind;
  district: District;
  batches: AsyncIterable<Batch>;
  register: Pick<Register, "newGeneration" | "generation">;
  keys: Keys;
  packs: PackRoot;
  words: Words;
  /** `asOf`, the date of the list, and `today` have the form `2026-11-23`. */
  asOf: string;
  today: string;
  mapping?: Record<string, string>;
  /** The operator's part of `mapping`. */
  ownMapping?: Record<string, string>;
  layout?: { name: string; columns: Record<string, string> };
  bps?: boolean;
  dryRun?: boolean;
  allowed: LiftedGuards;
  onProgress?: (done: number, total: number, rows: number) => void;
  /**
   * Findings about single rows come first, then findings about the whole list. `words`: the words of the cell, if a
   * summary may show them.
   */
  onFinding?: (row: number, code: FindingCode, words?: string) => void;
};

/** Imports a list. The list becomes live as a whole or not at all. */
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
    await generation.discard().catch(() => undefined); // the caller needs the first error
    throw error;
  }
}

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

/** Throws IMPORT_UNREADABLE if there is no header. */
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

function findUnusedLayout(rows: Cell[][], { layout }: ImportOptions): string | undefined {
  if (!layout) return undefined;
  const keys = new Set(Object.keys(layout.columns).map(columnKey));
  const isThere = rows
    .slice(0, HEADER_ROWS)
    .some((cells) => cells.some((cell) => keys.has(columnKey(String(cell ?? "")))));
  return isThere ? undefined : layout.name;
}

/** Throws IMPORT_UNREADABLE if the file lacks a mapped column. */
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

async function concludeImport(
  generation: NewGeneration,
  options: ImportOptions,
  tally: ImportSummary,
  rows: RowsByHash | undefined,
  findings: ReturnType<typeof openFindingCounter>,
): Promise<ImportSummary> {
  const { kind, district, dryRun } = options;
  if (tally.taken === 0) throw new AppError("IMPORT_UNREADABLE", describeNothingTaken(tally, findings.found()));
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
  const summary = { ...tally, invalid, ...defined({ livePayments: liveGeneration?.payments }) };
  const stops = findStops(summary, liveGeneration, options.allowed);
  if (stops.length > 0 && !dryRun) throw new AppError("CONFLICT", `nothing was changed: ${stops.join("; ")}`);
  if (dryRun) await generation.discard();
  else
    await generation.publish({
      ...(kind === "register"
        ? { valid: tally.valid, unread: countUnmapped(tally), desils: tally.desils }
        : {
            programmes: tellableProgrammes(tally.findings.UNKNOWN_PROGRAMME?.words ?? []),
            payments: Object.entries(tally.payments).map(([programme, count]) => ({ programme, count })),
          }),
      refused: refusedRows(tally),
    });
  return { ...summary, stops, live: !dryRun };
}

const describeNothingTaken = ({ rejected, headerRow }: ImportSummary, findings: Findings): string =>
  rejected > 0
    ? `no row of the file could be taken: ${rejected === 1 ? "the only one was" : `all ${rejected} were`} refused (${describeRefusals(findings)})`
    : `no row of the file could be taken: there is none below the header in row ${headerRow}`;
