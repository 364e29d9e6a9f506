import { defined } from "../../defined.ts";
import type { AreaByName } from "../../register/area-names.ts";
import { type Cell, cellText } from "./cell.ts";
import type { Note, NoteCode } from "./sentences.ts";
import { tellable } from "./tellable.ts";

/** What reading an area needs: the names and codes of the district's places, and BPS's codes of kecamatan. */
export type AreaContext = {
  areaNamed?: AreaByName;
  isArea?: (code: string) => boolean;
  bps?: ReadonlyMap<string, string> | undefined;
};
type Cells = (name: string) => Cell | undefined;
type ReadArea = { area?: string; notes: Note[] };

const WIDTHS = { kode_provinsi: 2, kode_kabupaten: 2, kode_kecamatan: 2, kode_desa: 4 };
const KECAMATAN = 6;

/**
 * Reads a row's area from a code in one column or in several (`35`, `24`, `01`, `2001`), or from the names of village
 * and kecamatan. An unknown code is left out; its kecamatan stays if that is known.
 */
export function areaOf(cell: Cells, context: AreaContext): ReadArea {
  const written =
    cellText(cell("kode_wilayah")) ??
    Object.keys(WIDTHS)
      .map((name) => cellText(cell(name)))
      .join("");
  const digits = areaCode(cellText(cell("kode_wilayah")), context) ?? inParts(cell, context);
  const { isArea = () => true } = context;
  if (digits !== undefined && isArea(digits)) return { area: digits, notes: [] };
  const notes: Note[] = isCode(written, cell)
    ? [{ code: "UNKNOWN_AREA_CODE", ...defined({ words: tellableCode(written) }) }]
    : [];
  const named = namedArea(cell, context);
  const kecamatan = digits?.slice(0, KECAMATAN);
  const area = named.area ?? (kecamatan?.length === KECAMATAN && isArea(kecamatan) ? kecamatan : undefined);
  return { ...defined({ area }), notes: [...notes, ...named.notes] };
}

/**
 * Whether a text counts as an area's code. A code of only province or regency names no place; it counts only if no
 * other column names one.
 */
const isCode = (written: string, cell: Cells): boolean =>
  written !== "" && (cellText(cell("kode_wilayah")) !== undefined || cellText(cell("kode_kecamatan")) !== undefined);

/** The code for a list of findings, if it has the length of an area's code. */
const tellableCode = (written: string): string | undefined =>
  /^\d{2}(?:\.?\d{2}){0,2}(?:\.?\d{2,4})?$/.test(written.trim()) ? written.trim() : tellable(written);

function areaCode(text: string | undefined, { bps }: AreaContext): string | undefined {
  const digits = text?.replace(/\D/g, "");
  if (!digits) return undefined;
  return bps ? bps.get(digits.slice(0, 7)) : digits;
}

function inParts(cell: Cells, context: AreaContext): string | undefined {
  const parts = Object.entries(WIDTHS).map(([name, width]) => {
    const digits = cellText(cell(name))?.replace(/\D/g, "");
    return digits ? digits.slice(-width).padStart(width, "0") : undefined;
  });
  const until = parts.indexOf(undefined);
  const code = parts.slice(0, until < 0 ? parts.length : until).join("");
  return code.length >= KECAMATAN ? areaCode(code, context) : undefined;
}

const CODES: Readonly<Record<string, NoteCode>> = {
  "desa unknown": "UNKNOWN_VILLAGE",
  "desa guessed": "GUESSED_VILLAGE",
  "kecamatan unknown": "UNKNOWN_KECAMATAN",
  "kecamatan guessed": "GUESSED_KECAMATAN",
};

function namedArea(cell: Cells, { areaNamed }: AreaContext): ReadArea {
  const [village, kecamatan, name] = ["desa", "kecamatan", "nama"].map((column) => cellText(cell(column)));
  if (!areaNamed || (village === undefined && kecamatan === undefined)) return { notes: [] };
  const { code, doubts } = areaNamed(village, kecamatan);
  const notes = doubts.flatMap(({ column, guess }): Note[] => {
    const kind = CODES[`${column} ${guess === undefined ? "unknown" : "guessed"}`];
    const written = tellable(column === "desa" ? village : kecamatan, name);
    const where = column === "desa" && tellable(kecamatan, name) !== undefined ? ` (${tellable(kecamatan, name)})` : "";
    const words = written === undefined ? undefined : `${written}${where}${guess === undefined ? "" : ` -> ${guess}`}`;
    return kind === undefined ? [] : [{ code: kind, ...defined({ words }) }];
  });
  return { ...defined({ area: code }), notes };
}
