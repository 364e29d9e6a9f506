import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { type Cell, cellText, isBlank } from "./cell.ts";
import { columnKey } from "./column-names.ts";
import type { Header } from "./header.ts";

const MOST_CELLS = 2;

/** Whether a row is about no person: empty, a repeated header, column numbers, a total or a signature. */
export function isAboutNobody(cells: readonly Cell[], header: Header): boolean {
  const { positions } = header;
  if (repeatsHeader(cells, header)) return true;
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return true;
  if (filled.length > MOST_CELLS && filled.every((cell) => /^\(?\d{1,2}\)?$/.test(cellText(cell) ?? ""))) return true;
  const numbers = ["nik", "no_kk"].map((name) => cellText(cells[positions[name] ?? -1]));
  const isNumbered = numbers.some((number) => number !== undefined && /\d{6}/.test(number));
  return !isNumbered && (filled.length <= MOST_CELLS || isTotal(filled, cellText(cells[positions.nama ?? -1])));
}

const TOTALS = new Set(sheets.totals);
const BESIDE_TOTALS = new Set(sheets.beside_totals);

/** True for texts such as "JUMLAH" or "Grand Total: 1.250". */
function saysTotal(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return words.some((word) => TOTALS.has(word)) && words.every((word) => TOTALS.has(word) || BESIDE_TOTALS.has(word));
}

function isTotal(held: readonly Cell[], name: string | undefined): boolean {
  const isNamed = name !== undefined && /\p{L}/u.test(name) && !saysTotal(name);
  return !isNamed && held.some((cell) => saysTotal(cellText(cell) ?? ""));
}

function repeatsHeader(cells: readonly Cell[], { positions, keys }: Header): boolean {
  const nik = cellText(cells[positions.nik ?? -1]);
  if (nik === undefined || /\d{6}/.test(nik)) return false;
  return Object.values(positions).every((at) => columnKey(String(cells[at] ?? "")) === keys[at]);
}
