import { AppError } from "../errors.ts";
import type { RowKind } from "./recipient.ts";

/** The columns of DESIGN §7, in any order; those that may be missing stand apart. */
export const COLUMNS = {
  register: {
    required: [
      "nik",
      "no_kk",
      "nama",
      "tanggal_lahir",
      "jenis_kelamin",
      "kode_wilayah",
      "alamat",
      "status_data",
      "alasan",
    ],
    optional: [],
  },
  aid: {
    required: ["nik", "program", "tahap", "bulan", "nominal", "penyalur", "status", "keterangan"],
    optional: ["tanggal", "tempat", "batas_ambil"],
  },
} as const satisfies Record<RowKind, { required: readonly string[]; optional: readonly string[] }>;

/** Where each of our columns stands in the file. */
export type Header = { width: number; positions: Record<string, number>; ignored: string[] };

const named = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");

/** Finds our columns in a header row; `mapping` is their name -> ours. Throws IMPORT_UNREADABLE naming every missing or doubled one. */
export function headerOf(cells: readonly string[], kind: RowKind, mapping: Record<string, string> = {}): Header {
  const ours = new Map(Object.entries(mapping).map(([theirs, our]) => [named(theirs), named(our)]));
  const { required, optional } = COLUMNS[kind];
  const wanted = new Set<string>([...required, ...optional]);
  const positions: Record<string, number> = {};
  const ignored: string[] = [];
  const doubled: string[] = [];
  cells.forEach((cell, index) => {
    const name = ours.get(named(cell)) ?? named(cell);
    if (!wanted.has(name)) ignored.push(cell.trim());
    else if (positions[name] !== undefined) doubled.push(name);
    else positions[name] = index;
  });
  const missing = required.filter((name) => positions[name] === undefined);
  if (missing.length > 0) throw new AppError("IMPORT_UNREADABLE", `missing columns: ${missing.join(", ")}`);
  if (doubled.length > 0) throw new AppError("IMPORT_UNREADABLE", `columns that stand twice: ${doubled.join(", ")}`);
  return { width: cells.length, positions, ignored };
}
