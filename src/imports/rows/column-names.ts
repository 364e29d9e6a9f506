import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import type { RowKind } from "../../register/recipient.ts";

const AREA = ["kode_provinsi", "kode_kabupaten", "kode_kecamatan", "kode_desa", "kecamatan", "desa"];

/** `more`: the optional columns for desil and place. */
export const COLUMNS = {
  register: {
    required: ["nik", "nama"],
    optional: ["no_kk", "tanggal_lahir", "jenis_kelamin", "kode_wilayah", "alamat", "status_data", "alasan"],
    more: ["desil", "periode", ...AREA, "dusun", "rt", "rw"],
  },
  aid: {
    required: ["nik", "program", "status"],
    optional: ["tahap", "bulan", "nominal", "penyalur", "keterangan", "tanggal", "tempat", "batas_ambil"],
    more: [],
  },
} as const satisfies Record<RowKind, Record<"required" | "optional" | "more", readonly string[]>>;

export const columnsOfKind = (kind: RowKind): string[] => {
  const { required, optional, more } = COLUMNS[kind];
  return [...required, ...optional, ...more];
};

/** `KK` is missing, because it may mean a number or the head of a family. */
const USUAL_NAMES: Record<RowKind, Record<string, string[]>> = sheets.columns;

export const usualNamesOf = (kind: RowKind, column: string): string[] => USUAL_NAMES[kind][column] ?? [];

/** Matches a hint after a name: `NIK (16 digit)`, `JK (L/P)`, `TGL LAHIR (dd/mm/yyyy)`, `NOMINAL (Rp)`. */
const HINT = /\((?:[^()]*\d[^()]*|\s*[lp]\s*[/,|]\s*[lp]\s*|[dmyhbt\s/.-]+|wajib|rp\.?|sesuai (?:e-?)?(?:ktp|kk))\)/gi;

export const columnKey = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(HINT, " ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const usualKeys = (kind: RowKind): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(USUAL_NAMES[kind]).flatMap(([ours, names]) => names.map((name) => [columnKey(name), ours] as const)),
  );
const ownKeys = (kind: RowKind): ReadonlyMap<string, string> =>
  new Map(columnsOfKind(kind).map((name) => [columnKey(name), name]));

const OWN = { register: ownKeys("register"), aid: ownKeys("aid") };
const USUAL = { register: usualKeys("register"), aid: usualKeys("aid") };

export type NamedColumn = { name: string; isUsual: boolean };

/** `mapping` maps the names in the file to the import's own names. */
export function openColumnReader(
  kind: RowKind,
  mapping: Record<string, string> = {},
): (cell: string) => NamedColumn | undefined {
  const mapped = new Map(Object.entries(mapping).map(([theirs, ours]) => [columnKey(theirs), columnKey(ours)]));
  return (cell) => {
    const key = columnKey(cell);
    if (mapped.has(key)) {
      const name = OWN[kind].get(mapped.get(key) ?? "");
      return name === undefined ? undefined : { name, isUsual: false };
    }
    const own = OWN[kind].get(key);
    if (own !== undefined) return { name: own, isUsual: false };
    const usual = USUAL[kind].get(key);
    return usual === undefined ? undefined : { name: usual, isUsual: true };
  };
}
