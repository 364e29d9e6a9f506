import { defined } from "../../defined.ts";
import { similarName } from "../../nearest-name.ts";
import type { RowKind } from "../../register/recipient.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Cell } from "./cell.ts";
import { COLUMNS, columnKey, columnsOfKind, type NamedColumn, openColumnReader } from "./column-names.ts";
import { missingColumnsError } from "./missing-columns.ts";
import { unusedMappingsOf } from "./unused-mappings.ts";

type UnusedColumn = { name: string; index: number };

/**
 * - `positions`: the index of each column that the import knows.
 * - `keys`: the `columnKey` of every name.
 */
export type Header = {
  width: number;
  positions: Record<string, number>;
  ignored: string[];
  unused: readonly UnusedColumn[];
  keys: string[];
};

/** A title or `sep=;` may stand above the header. */
export const HEADER_ROWS = 30;

type NameRow = { row: number; cells: readonly string[]; named: readonly (NamedColumn | undefined)[] };

function readNames(cells: readonly Cell[], row: number, read: ReturnType<typeof openColumnReader>): NameRow {
  const texts = cells.map((cell) => String(cell ?? ""));
  return { row, cells: texts, named: texts.map(read) };
}

const missingColumnsOf = ({ named }: NameRow, kind: RowKind): string[] =>
  COLUMNS[kind].required.filter((name) => named.every((one) => one?.name !== name));

/** Throws IMPORT_UNREADABLE if two names mean the same column. */
function makeHeader({ cells, named }: NameRow): Header {
  const header: Header = { width: cells.length, positions: {}, ignored: [], unused: [], keys: cells.map(columnKey) };
  const doubled = new Set<string>();
  for (const isUsual of [false, true]) {
    named.forEach((column, index) => {
      if (column?.isUsual !== isUsual) return;
      const before = header.positions[column.name];
      if (before === undefined) header.positions[column.name] = index;
      else if (named[before]?.isUsual === isUsual) doubled.add(column.name);
    });
  }
  if (doubled.size > 0) {
    const said = [...doubled].map((name) => `${name} (${namesOf(name, { cells, named })})`).join(", ");
    throw new AppError("IMPORT_UNREADABLE", `columns that stand twice: ${said}; --mapping FILE says which is which`);
  }
  const used = new Set(Object.values(header.positions));
  header.unused = cells
    .map((cell, index) => ({ name: oneLine(cell), index }))
    .filter(({ name, index }) => name !== "" && !used.has(index));
  header.ignored = header.unused.map(({ name }) => name);
  return header;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const namesOf = (name: string, { cells, named }: Pick<NameRow, "cells" | "named">): string =>
  cells
    .filter((_, index) => named[index]?.name === name)
    .map((cell) => `"${oneLine(cell)}"`)
    .join(", ");

/** Throws IMPORT_UNREADABLE if a required column is missing or a column occurs twice. */
export function headerOf(cells: readonly Cell[], kind: RowKind, mapping: Record<string, string> = {}): Header {
  return findHeader([cells], kind, mapping).header;
}

/**
 * Returns the first row with all required columns. Throws IMPORT_UNREADABLE if no row is a header, or if the header
 * names a column twice.
 */
export function findHeader(
  rows: readonly (readonly Cell[])[],
  kind: RowKind,
  mapping: Record<string, string> = {},
  ownMapping: Record<string, string> = {},
  unusedLayout?: string,
): { header: Header; at: number } {
  const read = openColumnReader(kind, mapping);
  const top = rows.slice(0, HEADER_ROWS).map((cells, index) => readNames(cells, index + 1, read));
  const found = top.find((row) => missingColumnsOf(row, kind).length === 0);
  if (found) return { header: makeHeader(found), at: found.row - 1 };
  const nearest = top.map((row) => missingColumnsOf(row, kind)).sort((one, other) => one.length - other.length)[0];
  const unusedMappings = (cells: readonly string[]) => unusedMappingsOf(cells, kind, ownMapping);
  throw missingColumnsError(nearest ?? COLUMNS[kind].required, top, {
    kind,
    unusedMappings: unusedMappings,
    ...defined({ unusedLayout }),
  });
}

export function strayTargets(mapping: Record<string, string>): string[] {
  const ours = [...columnsOfKind("register"), ...columnsOfKind("aid")];
  const keys = new Set(ours.map(columnKey));
  return Object.values(mapping)
    .filter((name) => !keys.has(columnKey(name)))
    .map((name) => {
      const nearest = similarName(name.trim().toLowerCase(), ours);
      return `there is no column ${name}; ${nearest === undefined ? "docs/register.md lists them" : `the nearest is ${nearest}`}`;
    });
}
