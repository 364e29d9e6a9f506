import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };

export type Cell = string | number | Date | boolean | null;

const EXACT_DIGITS = 15;

const BLANK = new Set(sheets.blank);

export function cellText(cell: Cell | undefined): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  const text = String(cell).trim();
  return text === "" || BLANK.has(text.toUpperCase()) ? undefined : text;
}

export const isBlank = (cell: Cell | undefined): boolean => cellText(cell) === undefined;

const FORMULA = /^=\s*(?:[$(+{[]|\p{L}[\p{L}\d._]*\(|(?:.*[^\p{L}\d])?\p{L}{1,3}\$?\d)/su;

/**
 * Whether a cell contains a formula without its result: `=A2&B2`. The texts `="3524"` and `=alasan baru` are no
 * formulas.
 */
export const isFormula = (cell: Cell | undefined): boolean => typeof cell === "string" && FORMULA.test(cell);

/** Matches a number in quotes: `'3524`, `` `3524 ``, `="3524"`, `“3524”`. */
const WRAPPED = /^(?:=\s*)?["'`\u2018\u2019\u201c\u201d\u201e\u00b4]*(.*?)["'`\u2018\u2019\u201c\u201d\u201e\u00b4]*$/s;

/** `damaged`: a spreadsheet has lost digits of a NIK or KK number. */
export function readNumber(cell: Cell | undefined): { text: string | undefined } | { damaged: true } {
  const written = cellText(cell);
  if (written === undefined) return { text: undefined };
  if (typeof cell === "number" && written.replace(/\D/g, "").length > EXACT_DIGITS) return { damaged: true };
  const text = (WRAPPED.exec(written)?.[1] ?? written).trim().replace(/(?<=\d{12})[.,]0{1,2}$/, "");
  if (/^[\d.,]+E[+-]?\d+$/i.test(text)) return { damaged: true };
  return { text: text === "" || /^0+$/.test(text) ? undefined : text };
}

/** Reads an amount in rupiah: 300000, 300.000 or Rp300.000,00. */
export function readAmount(cell: Cell | undefined): number | undefined {
  const text =
    cellText(cell)
      ?.replace(/^rp\.?\s*/i, "")
      .replace(/,(00|-)$/, "") ?? "";
  if (!/^\d{1,3}([.,]\d{3})+$|^\d{1,12}$/.test(text)) return undefined;
  return Number(text.replace(/[.,]/g, ""));
}
