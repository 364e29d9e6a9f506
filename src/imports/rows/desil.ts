import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { defined } from "../../defined.ts";
import type { Recipient } from "../../register/recipient.ts";
import { type Cell, cellText, isBlank, readNumber } from "./cell.ts";
import { monthNumberOf } from "./date.ts";
import type { Note } from "./row-findings.ts";
import { tellableText } from "./tellable-text.ts";

const MOST = 10;
const FIRST_YEAR = 2015;
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/** Signs of a range, a bound or a share. */
const NO_SINGLE_NUMBER = /[<>≤≥≠~+±%/&]|^\s*-/u;

const DESIL_WORDS = new Set(sheets.desil_words);
const QUARTERS = new Set(sheets.quarters);
const BESIDE_QUARTERS = new Set(sheets.beside_quarters);
const NUMERALS = new Map(sheets.numerals.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const partsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/\p{L}+|\d+/gu) ?? [];

function numberOf(part: string | undefined, most: number): number | undefined {
  if (part === undefined) return undefined;
  const number = /^\d{1,2}$/.test(part) ? Number(part) : (NUMERALS.get(part) ?? ROMAN.indexOf(part) + 1);
  return number >= 1 && number <= most ? number : undefined;
}

/** Reads a desil from 1 to 10 from texts such as "3", "D3", "Desil 3", "desil-04", "Desil III" or "3 (miskin)". */
export function readRank(cell: Cell | undefined): number | undefined {
  const read = readNumber(cell);
  if ("damaged" in read || read.text === undefined) return undefined;
  const text = read.text.replace(/\([^()\d]*\)\s*$/, "").replace(/(?<=^\d{1,2})[.,]0+$/, "");
  if (NO_SINGLE_NUMBER.test(text)) return undefined;
  const [number, ...others] = partsOf(text).filter((part) => !DESIL_WORDS.has(part));
  return others.length === 0 ? numberOf(number, MOST) : undefined;
}

const quarterOf = (month: number): number => Math.ceil(month / 3);

function newestQuarter(today: string): string {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const quarter = quarterOf(month);
  return quarter === 4 ? `${year + 1}-1` : `${year}-${quarter + 1}`;
}

/** Reads "TW III", or months of one quarter. */
function quarterNamed(parts: readonly string[]): number | undefined {
  const rest = parts.filter((part) => !BESIDE_QUARTERS.has(part));
  const [number, ...others] = rest.filter((part) => !QUARTERS.has(part));
  if (rest.some((part) => QUARTERS.has(part))) return others.length === 0 ? numberOf(number, 4) : undefined;
  const quarters = new Set(rest.map((part) => quarterOf(monthNumberOf(part))));
  const [quarter, ...more] = quarters;
  return more.length === 0 && quarter !== 0 ? quarter : undefined;
}

/**
 * Reads a quarter, as `2026-3`, from "TW III 2026", "Triwulan 3 2026", "2026-3", "Q3 2026" or "Juli-September 2026".
 * `03/2026` gives `undefined`, because `03` may be a month.
 */
export function readPeriod(cell: Cell | undefined, today: string): string | undefined {
  if (cell instanceof Date) return undefined;
  const text = cellText(cell)?.replace(/^'/, "").trim();
  if (text === undefined) return undefined;
  const short = /^(20\d\d)[-/. ]([1-4])$/.exec(text);
  const parts = partsOf(text);
  const years = parts.filter((part) => /^20\d\d$/.test(part));
  const [year] = years;
  const quarter = short
    ? Number(short[2])
    : years.length === 1
      ? quarterNamed(parts.filter((part) => part !== year))
      : undefined;
  if (year === undefined || quarter === undefined || Number(year) < FIRST_YEAR) return undefined;
  const period = `${year}-${quarter}`;
  return period <= newestQuarter(today) ? period : undefined;
}

export function readDesil(
  cell: (column: string) => Cell | undefined,
  name: string,
  today: string,
): Pick<Recipient, "desil" | "period"> & { notes: Note[] } {
  const desil = readRank(cell("desil"));
  const period = readPeriod(cell("periode"), today);
  const noteOf = (code: Note["code"], column: string): Note => {
    const words = tellableText(cellText(cell(column)), name);
    return { code, ...defined({ words }) };
  };
  const notes: Note[] = [];
  if (desil === undefined && !isBlank(cell("desil"))) notes.push(noteOf("BAD_DESIL", "desil"));
  if (period === undefined && !isBlank(cell("periode"))) notes.push(noteOf("BAD_PERIOD", "periode"));
  return { ...defined({ desil, period }), notes };
}
