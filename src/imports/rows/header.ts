import { closest } from "fastest-levenshtein";
import type { RowKind } from "../../register/recipient.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Cell } from "./cell.ts";

const AREA = ["kode_provinsi", "kode_kabupaten", "kode_kecamatan", "kode_desa", "kecamatan", "desa"];

/** Our columns, in any order: those that a file must have, those whose absence changes nothing, and further ones. */
export const COLUMNS = {
  register: {
    required: ["nik", "nama"],
    optional: ["no_kk", "tanggal_lahir", "jenis_kelamin", "kode_wilayah", "alamat", "status_data", "alasan"],
    more: [...AREA, "dusun", "rt", "rw"],
  },
  aid: {
    required: ["nik", "program", "status"],
    optional: ["tahap", "bulan", "nominal", "penyalur", "keterangan", "tanggal", "tempat", "batas_ambil"],
    more: [],
  },
} as const satisfies Record<RowKind, Record<"required" | "optional" | "more", readonly string[]>>;

/** Where each of our columns stands in the file. */
export type Header = { width: number; positions: Record<string, number>; ignored: string[] };

/** Rows at the top of a file among which its header may stand, below a title or `sep=;`. */
export const HEADER_WITHIN = 30;

/** A column's name as it is compared. */
const columnName = (text: string): string =>
  text
    .replace(/^\uFEFF/, "")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

type Columns = { positions: Record<string, number>; ignored: string[]; doubled: string[] };

function columnsOf(cells: readonly string[], kind: RowKind, mapping: Record<string, string>): Columns {
  const ours = new Map(Object.entries(mapping).map(([theirs, our]) => [columnName(theirs), columnName(our)]));
  const { required, optional, more } = COLUMNS[kind];
  const wanted = new Set<string>([...required, ...optional, ...more]);
  const columns: Columns = { positions: {}, ignored: [], doubled: [] };
  cells.forEach((cell, index) => {
    const name = ours.get(columnName(cell)) ?? columnName(cell);
    if (!wanted.has(name)) {
      if (cell.trim() !== "") columns.ignored.push(cell.trim());
    } else if (columns.positions[name] !== undefined) columns.doubled.push(name);
    else columns.positions[name] = index;
  });
  return columns;
}

/** Finds our columns in a header row; `mapping` is their name -> ours. Throws IMPORT_UNREADABLE naming every missing or doubled one. */
export function headerOf(cells: readonly string[], kind: RowKind, mapping: Record<string, string> = {}): Header {
  const { positions, ignored, doubled } = columnsOf(cells, kind, mapping);
  const missing = COLUMNS[kind].required.filter((name) => positions[name] === undefined);
  if (missing.length > 0) {
    const held = cells.map((cell) => cell.trim()).filter(Boolean);
    throw new AppError(
      "IMPORT_UNREADABLE",
      `missing columns: ${missing.join(", ")}; line 1 holds ${describeLine(held)}. docs/register.md lists the columns; ` +
        "--layout bnba, dtks, siks-ng or opensid and --mapping FILE read other names",
    );
  }
  if (doubled.length > 0) throw new AppError("IMPORT_UNREADABLE", `columns that stand twice: ${doubled.join(", ")}`);
  return { width: cells.length, positions, ignored };
}

/** Column names only: a line in which a number stands is a person's and is not repeated. */
function describeLine(cells: readonly string[]): string {
  if (cells.length === 0) return "nothing";
  if (cells.some((cell) => /\d{6}/.test(cell))) return "a person's row, so the header is missing";
  return cells
    .slice(0, 12)
    .map((cell) => `"${cell.slice(0, 30)}"`)
    .join(", ");
}

/**
 * The header among a file's first rows, with its index there. Throws like `headerOf`, of the first row that holds
 * anything, where none of them has the columns that must be there.
 */
export function findHeader(
  rows: readonly (readonly Cell[])[],
  kind: RowKind,
  mapping: Record<string, string> = {},
): { header: Header; at: number } {
  const texts = rows.slice(0, HEADER_WITHIN).map((cells) => cells.map((cell) => String(cell ?? "")));
  const at = texts.findIndex((cells) => {
    const { positions } = columnsOf(cells, kind, mapping);
    return COLUMNS[kind].required.every((name) => positions[name] !== undefined);
  });
  const first = texts.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
  const row = at >= 0 ? at : Math.max(first, 0);
  return { header: headerOf(texts[row] ?? [], kind, mapping), at: row };
}

/** Names that are none of our columns, each with the one that was perhaps meant; one mapping may serve both lists. */
export function strayTargets(mapping: Record<string, string>): string[] {
  const ours = Object.values(COLUMNS).flatMap(({ required, optional, more }) => [...required, ...optional, ...more]);
  return Object.values(mapping)
    .filter((name) => !ours.some((one) => one === columnName(name)))
    .map((name) => `there is no column ${name}; the nearest is ${closest(columnName(name), ours)}`);
}
