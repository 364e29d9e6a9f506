/** A cell as a file holds it: text from CSV, typed from a spreadsheet. */
export type Cell = string | number | Date | boolean | null;

/** Why a row cannot be taken; each has its sentence in the reject file. */
export const REJECTIONS = {
  WRONG_COLUMNS: "the row has another number of columns than the header",
  UNREADABLE: "the row holds characters that cannot be text",
  NOBODY: "the row names nobody: no number and no name",
  DAMAGED_NUMBER:
    "a spreadsheet has rounded the NIK or the family-card number (a cell of type number keeps 15 digits, as 3.52401E+15); fetch the list anew with the column as text, since the last digits are lost",
  NO_PROGRAMME: "the row names no programme",
  UNKNOWN_STATE: "the status is none of DIRENCANAKAN, SIAP_SALUR, TERSALUR, GAGAL_SALUR, DIHENTIKAN",
  BAD_MONTH: "the month (column bulan) cannot be read; write it as 2021-04",
  BAD_AMOUNT: "the amount (column nominal) cannot be read; write it as 300000",
  BAD_DATE: "the day (column tanggal) cannot be read; write it as 2021-04-20",
  BAD_LAST_DAY: "the last day (column batas_ambil) cannot be read; write it as 2021-04-20",
} as const;
export type Rejection = keyof typeof REJECTIONS;

/** Why a row that is taken is listed all the same, for whoever repairs the list. */
const REPAIRS = {
  NO_NIK: "taken, but without a NIK; nobody finds this row by its number",
  NIK_LENGTH: "taken, but its NIK has too few or too many digits; nobody finds this row by its number",
  NIK_IMPOSSIBLE: "taken, but its NIK holds something else than digits, or a date that cannot be",
  KK_LENGTH: "taken, but its family-card number has too few or too many digits; this person reads 'registered' only",
  KK_IMPOSSIBLE:
    "taken, but its family-card number holds something else than digits, or a date that cannot be; this person reads 'registered' only",
  REPEATED: "says the same as an earlier row; taken once",
} as const;
export type NikFault = "NO_NIK" | "NIK_LENGTH" | "NIK_IMPOSSIBLE";
export type KkFault = "KK_LENGTH" | "KK_IMPOSSIBLE";

/** What a row is listed for, and its sentence. */
export const SENTENCES = { ...REJECTIONS, ...REPAIRS };
export type Listed = keyof typeof SENTENCES;

/** More digits than a double carries exactly. */
const EXACT_DIGITS = 15;

/** How people and programs write that a cell is empty, in capitals. */
const BLANK = new Set([
  "-",
  "--",
  "---",
  ".",
  "N/A",
  "#N/A",
  "NULL",
  "NIHIL",
  "KOSONG",
  "TIDAK ADA",
  "TDK ADA",
  "TIDAKADA",
]);

/** A cell's text; `undefined` when it is empty, or says that it is. */
export function cellText(cell: Cell | undefined): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  const text = String(cell).trim();
  return text === "" || BLANK.has(text.toUpperCase()) ? undefined : text;
}

/** What programs put around a number so that a spreadsheet leaves it alone: `'3524`, `` `3524 ``, `="3524"`, `3524.0`. */
const WRAPPED = /^(?:=\s*)?["'`\u2018\u2019\u00b4]*(.*?)["'`\u2018\u2019\u00b4]*$/s;

/** The digits of a NIK or KK cell; `damaged` when a spreadsheet has lost some of them. A row of noughts is no number. */
export function numberCell(cell: Cell | undefined): { text: string | undefined } | { damaged: true } {
  const written = cellText(cell);
  if (written === undefined) return { text: undefined };
  if (typeof cell === "number" && written.replace(/\D/g, "").length > EXACT_DIGITS) return { damaged: true };
  const text = (WRAPPED.exec(written)?.[1] ?? written).trim().replace(/(?<=\d{12})[.,]0{1,2}$/, "");
  if (/^[\d.,]+E[+-]?\d+$/i.test(text)) return { damaged: true };
  return { text: text === "" || /^0+$/.test(text) ? undefined : text };
}

/** Whole rupiah from 300000, 300.000, Rp300.000,00; `undefined` for what is no amount. */
export function amountCell(cell: Cell | undefined): number | undefined {
  const text =
    cellText(cell)
      ?.replace(/^rp\.?\s*/i, "")
      .replace(/,(00|-)$/, "") ?? "";
  if (!/^\d{1,3}([.,]\d{3})+$|^\d{1,12}$/.test(text)) return undefined;
  return Number(text.replace(/[.,]/g, ""));
}
