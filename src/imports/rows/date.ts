import sheets from "../../../districts/national/sheet-words.json" with { type: "json" };
import { twoDigits } from "../../register/number-date.ts";
import { isCalendarDay } from "../../time.ts";
import { type Cell, cellText } from "./cell.ts";

const MONTHS = new Map(sheets.months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
/** Days between 1970 and the day 0 of spreadsheets, 30 December 1899. */
const SPREADSHEET_EPOCH = 25_569;
const DAY_MS = 86_400_000;

export const monthNumberOf = (name: string): number => MONTHS.get(name.toLowerCase().replace(/\.$/, "")) ?? 0;

/** Reads `85` as 1985 and `21` as 2021. */
const fullYearOf = (year: string, today: string): string => {
  if (year.length === 4) return year;
  return Number(year) <= Number(today.slice(2, 4)) ? `20${year}` : `19${year}`;
};

function isoDateOf(year: string, month: string | number, day: string | number): string | undefined {
  const date = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return isCalendarDay(date) ? date : undefined;
}

/** Reads a spreadsheet's count of days: 44306 is 20 April 2021. */
function dateOfDayCount(text: string): string | undefined {
  const days = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : 0;
  if (days < 10_000 || days > 73_050) return undefined;
  return new Date((days - SPREADSHEET_EPOCH) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Reads 2021-04-20, 20/04/2021, 20-Apr-21, 20 April 2021 or a spreadsheet's count of days. Returns the form
 * `2021-04-20`.
 */
export function readDate(cell: Cell | undefined, today = "2099-12-31"): string | undefined {
  const text = cellText(cell)
    ?.replace(/[T ]\d{1,2}[:.]\d{2}.*$/, "")
    .replace(/^'/, "");
  if (text === undefined) return undefined;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return isoDateOf(iso[1] ?? "", iso[2] ?? "", iso[3] ?? "");
  const local = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(text);
  if (local) return isoDateOf(fullYearOf(local[3] ?? "", today), local[2] ?? "", local[1] ?? "");
  const named = /^(\d{1,2})[-/. ]?([a-z]+\.?)[-/., ]+(\d{4}|\d{2})$/i.exec(text);
  if (named) return isoDateOf(fullYearOf(named[3] ?? "", today), monthNumberOf(named[2] ?? ""), named[1] ?? "");
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return isoDateOf(compact[1] ?? "", compact[2] ?? "", compact[3] ?? "");
  return dateOfDayCount(text);
}

/** Reads forms such as 2021-04, 04/2021, 202104, Apr-21, APRIL 2021 or a full date. Returns the form `2021-04`. */
export function readMonth(cell: Cell | undefined, today = "2099-12-31"): string | undefined {
  const date = readDate(cell, today);
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
        ? [fullYearOf(named[2] ?? "", today), monthNumberOf(named[1] ?? "")]
        : turned
          ? [fullYearOf(turned[1] ?? "", today), monthNumberOf(turned[2] ?? "")]
          : [];
  return year !== "" && month >= 1 && month <= 12 ? `${year}-${twoDigits(month)}` : undefined;
}
