import { defined } from "../../defined.ts";
import type { AreaByName } from "../../register/area-names.ts";
import { type Cell, cellText } from "./cell.ts";
import type { Note, NoteCode } from "./row-findings.ts";
import { tellableText } from "./tellable-text.ts";

/** `bps` maps the kecamatan codes of the statistics office (BPS) to the district's codes. */
export type AreaContext = {
  areaNamed?: AreaByName;
  isArea?: (code: string) => boolean;
  bps?: ReadonlyMap<string, string> | undefined;
};
type Cells = (name: string) => Cell | undefined;
type ReadArea = { area?: string; notes: Note[] };

const WIDTHS = { kode_provinsi: 2, kode_kabupaten: 2, kode_kecamatan: 2, kode_desa: 4 };
const KECAMATAN_DIGITS = 6;

/**
 * Reads an area from a code in one column or in several columns (`35`, `24`, `01`, `2001`). If the code is unknown,
 * reads the names of village and kecamatan.
 */
export function areaOf(cell: Cells, context: AreaContext): ReadArea {
  const written =
    cellText(cell("kode_wilayah")) ??
    Object.keys(WIDTHS)
      .map((name) => cellText(cell(name)))
      .join("");
  const digits = areaCodeFrom(cellText(cell("kode_wilayah")), context) ?? areaCodeFromParts(cell, context);
  const { isArea = () => true } = context;
  if (digits !== undefined && isArea(digits)) return { area: digits, notes: [] };
  const notes: Note[] = countsAsCode(written, cell)
    ? [{ code: "UNKNOWN_AREA_CODE", ...defined({ words: tellableCode(written) }) }]
    : [];
  const named = areaFromNames(cell, context);
  const kecamatan = digits?.slice(0, KECAMATAN_DIGITS);
  const area = named.area ?? (kecamatan?.length === KECAMATAN_DIGITS && isArea(kecamatan) ? kecamatan : undefined);
  return { ...defined({ area }), notes: [...notes, ...named.notes] };
}

const countsAsCode = (written: string, cell: Cells): boolean =>
  written !== "" && (cellText(cell("kode_wilayah")) !== undefined || cellText(cell("kode_kecamatan")) !== undefined);

const tellableCode = (written: string): string | undefined =>
  /^\d{2}(?:\.?\d{2}){0,2}(?:\.?\d{2,4})?$/.test(written.trim()) ? written.trim() : tellableText(written);

function areaCodeFrom(text: string | undefined, { bps }: AreaContext): string | undefined {
  const digits = text?.replace(/\D/g, "");
  if (!digits) return undefined;
  return bps ? bps.get(digits.slice(0, 7)) : digits;
}

function areaCodeFromParts(cell: Cells, context: AreaContext): string | undefined {
  const parts = Object.entries(WIDTHS).map(([name, width]) => {
    const digits = cellText(cell(name))?.replace(/\D/g, "");
    return digits ? digits.slice(-width).padStart(width, "0") : undefined;
  });
  const until = parts.indexOf(undefined);
  const code = parts.slice(0, until < 0 ? parts.length : until).join("");
  return code.length >= KECAMATAN_DIGITS ? areaCodeFrom(code, context) : undefined;
}

const NOTE_CODES: Readonly<Record<string, NoteCode>> = {
  "desa unknown": "UNKNOWN_VILLAGE",
  "desa guessed": "GUESSED_VILLAGE",
  "kecamatan unknown": "UNKNOWN_KECAMATAN",
  "kecamatan guessed": "GUESSED_KECAMATAN",
};

function areaFromNames(cell: Cells, { areaNamed }: AreaContext): ReadArea {
  const [village, kecamatan, name] = ["desa", "kecamatan", "nama"].map((column) => cellText(cell(column)));
  if (!areaNamed || (village === undefined && kecamatan === undefined)) return { notes: [] };
  const { code, doubts } = areaNamed(village, kecamatan);
  const notes = doubts.flatMap(({ column, guess }): Note[] => {
    const kind = NOTE_CODES[`${column} ${guess === undefined ? "unknown" : "guessed"}`];
    const written = tellableText(column === "desa" ? village : kecamatan, name);
    const where =
      column === "desa" && tellableText(kecamatan, name) !== undefined ? ` (${tellableText(kecamatan, name)})` : "";
    const words = written === undefined ? undefined : `${written}${where}${guess === undefined ? "" : ` -> ${guess}`}`;
    return kind === undefined ? [] : [{ code: kind, ...defined({ words }) }];
  });
  return { ...defined({ area: code }), notes };
}
