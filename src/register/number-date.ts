/** In years. */
export const OLDEST = 120;
const ADDED_FOR_WOMEN = 40;

type DateError =
  | { code: "IMPOSSIBLE_DATE"; day: number; month: number }
  | { code: "FUTURE_DATE" }
  | { code: "TOO_OLD" };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
export const twoDigits = (value: number | string): string => String(value).padStart(2, "0");

/** The result may be a 29 February that does not exist, so only compare it with dates. */
export const yearsBefore = (today: string, years: number): string =>
  `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;

/** Returns the dates that DDMMYY can mean, the oldest first. */
export function datesOf(ddmmyy: string, today: string): { dates: string[]; female: boolean; error?: DateError } {
  const written = Number(ddmmyy.slice(0, 2));
  const month = Number(ddmmyy.slice(2, 4));
  const year = Number(ddmmyy.slice(4, 6));
  const female = written > ADDED_FOR_WOMEN;
  const day = female ? written - ADDED_FOR_WOMEN : written;
  const real = [1900 + year, 2000 + year].filter(
    (full) => day >= 1 && month >= 1 && month <= 12 && day <= daysIn(full, month),
  );
  if (real.length === 0) return { dates: [], female, error: { code: "IMPOSSIBLE_DATE", day: written, month } };
  const all = real.map((full) => `${full}-${twoDigits(month)}-${twoDigits(day)}`);
  const past = all.filter((date) => date <= today);
  if (past.length === 0) return { dates: [], female, error: { code: "FUTURE_DATE" } };
  const oldest = yearsBefore(today, OLDEST + 1);
  const dates = past.filter((date) => date > oldest);
  return dates.length > 0 ? { dates, female } : { dates, female, error: { code: "TOO_OLD" } };
}

/** Other long numbers rarely have a province's code and a date in these places. */
export function canBeNikOrKk(digits: string): boolean {
  const province = Number(digits.slice(0, 2));
  return (
    province >= 11 && province <= 96 && datesOf(digits.slice(6, 12), "2999-12-31").error?.code !== "IMPOSSIBLE_DATE"
  );
}
