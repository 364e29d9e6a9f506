/** A cell as a file holds it: text from CSV, typed from a spreadsheet. */
export type Cell = string | number | Date | boolean | null;

/** Why a row cannot be taken; each has its sentence in the reject file. */
export const REJECTIONS = {
  WRONG_COLUMNS: "the row has another number of columns than the header",
  UNREADABLE: "the row holds characters that cannot be text",
  NOBODY: "the row names nobody: no number and no name",
  DAMAGED_NUMBER: "a spreadsheet has damaged a number; format the column as text and export again",
  NO_PROGRAMME: "the row names no programme",
  UNKNOWN_STATE: "the status is none of DIRENCANAKAN, SIAP_SALUR, TERSALUR, GAGAL_SALUR, DIHENTIKAN",
  BAD_MONTH: "the month cannot be read; write it as 2021-04",
  BAD_AMOUNT: "the amount cannot be read; write it as 300000",
  BAD_DATE: "a date cannot be read; write it as 2021-04-20",
} as const;
export type Rejection = keyof typeof REJECTIONS;

/** More digits than a double carries exactly. */
const EXACT_DIGITS = 15;

/** A cell's text; `undefined` when empty. */
export function cellText(cell: Cell | undefined): string | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell).trim();
  return text === "" ? undefined : text;
}

/** The digits of a NIK or KK cell; `damaged` when a spreadsheet has lost some of them. */
export function numberCell(cell: Cell | undefined): { text: string | undefined } | { damaged: true } {
  const text = cellText(cell);
  if (text === undefined) return { text };
  if (typeof cell === "number" && text.replace(/\D/g, "").length > EXACT_DIGITS) return { damaged: true };
  return /^[\d.,]+E[+-]?\d+$/i.test(text) ? { damaged: true } : { text };
}

const MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split(" ");
const two = (value: string | number): string => String(value).padStart(2, "0");

/** `2021-04-20` from that, 20/04/2021 or 20-04-2021; `undefined` for what is no day. */
export function dateCell(cell: Cell | undefined): string | undefined {
  const text = cellText(cell);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? "");
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text ?? "");
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

/** `2021-04` from that, 04/2021, April 2021 or a whole date. */
export function monthCell(cell: Cell | undefined): string | undefined {
  const text = cellText(cell)?.toLowerCase() ?? "";
  const date = dateCell(cell);
  if (date) return date.slice(0, 7);
  const iso = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  const named = /^([a-z]+)\s+(\d{4})$/.exec(text);
  const [year, month] = iso
    ? [iso[1], Number(iso[2])]
    : local
      ? [local[2], Number(local[1])]
      : [named?.[2], MONTHS.indexOf(named?.[1] ?? "") + 1];
  return year && month >= 1 && month <= 12 ? `${year}-${two(month)}` : undefined;
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

/** Words compared without case, punctuation and double spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
