import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { twoDigits } from "../../register/number-date.ts";
import { type Cell, cellText } from "./cell.ts";

/** The number of each month by its names, whole and short. */
const MONTHS = new Map(sheets.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
/** Days between 1970 and the day 0 of spreadsheets, 30 December 1899. */
const SPREADSHEET_EPOCH = 25_569;
const DAY = 86_400_000;

/** The number of a month by its name; 0 for a word that names none. */
const monthNamed = (name: string): number => MONTHS.get(name.toLowerCase().replace(/\.$/, "")) ?? 0;

/** A year of two digits is the latest that has begun: `85` is 1985, `21` is 2021. */
const fullYear = (year: string, today: string): string => {
  if (year.length === 4) return year;
  return Number(year) <= Number(today.slice(2, 4)) ? `20${year}` : `19${year}`;
};

function realDate(year: string, month: string | number, day: string | number): string | undefined {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}

/** The date of a day as spreadsheets count it: 44306 is 20 April 2021. Only dates from 1900 to 2100 count. */
function dayOfCount(text: string): string | undefined {
  const days = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : 0;
  if (days < 10_000 || days > 73_050) return undefined;
  return new Date((days - SPREADSHEET_EPOCH) * DAY).toISOString().slice(0, 10);
}

/**
 * Reads a date as `2021-04-20` from 2021-04-20, 20/04/2021, 20-Apr-21, 20 April 2021, each also with a time behind it,
 * or from a spreadsheet's count of days; `undefined` for any other text.
 */
export function dateCell(cell: Cell | undefined, today = "2099-12-31"): string | undefined {
  const text = cellText(cell)
    ?.replace(/[T ]\d{1,2}[:.]\d{2}.*$/, "")
    .replace(/^'/, "");
  if (text === undefined) return undefined;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return realDate(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "");
  const local = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(text);
  if (local) return realDate(fullYear(local[3] ?? "", today), local[2] ?? "", local[1] ?? "");
  const named = /^(\d{1,2})[-/. ]?([a-z]+\.?)[-/., ]+(\d{4}|\d{2})$/i.exec(text);
  if (named) return realDate(fullYear(named[3] ?? "", today), monthNamed(named[2] ?? ""), named[1] ?? "");
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return realDate(compact[1] ?? "", compact[2] ?? "", compact[3] ?? "");
  return dayOfCount(text);
}

/** Reads a month as `2021-04` from 2021-04, 04/2021, 202104, Apr-21, APRIL 2021 or a full date. */
export function monthCell(cell: Cell | undefined, today = "2099-12-31"): string | undefined {
  const date = dateCell(cell, today);
  if (date) return date.slice(0, 7);
  const text = cellText(cell)?.replace(/^'/, "") ?? "";
  const iso = /^(\d{4})[-/. ]?(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  const named = /^([a-z]+\.?)[-/., ']*(\d{4}|\d{2})$/i.exec(text);
  const turned = /^(\d{4}|\d{2})[-/., ]+([a-z]+\.?)$/i.exec(text);
  const [year = "", month = 0] = iso
    ? [iso[1], Number(iso[2])]
    : local
      ? [local[2], Number(local[1])]
      : named
        ? [fullYear(named[2] ?? "", today), monthNamed(named[1] ?? "")]
        : turned
          ? [fullYear(turned[1] ?? "", today), monthNamed(turned[2] ?? "")]
          : [];
  return year !== "" && month >= 1 && month <= 12 ? `${year}-${twoDigits(month)}` : undefined;
}
