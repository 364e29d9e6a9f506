import { type AreaCodes, type AreaWarning, areaOf, type NumberArea } from "./area-codes.ts";
import { datesOf } from "./number-date.ts";

const LENGTH = 16;

export type NumberError =
  | { code: "EMPTY" }
  | { code: "TOO_SHORT"; digits: number; missing: number }
  | { code: "TOO_LONG"; digits: number; extra: number }
  | { code: "LETTERS"; characters: string }
  | { code: "IMPOSSIBLE_DATE"; day: number; month: number }
  | { code: "FUTURE_DATE" }
  | { code: "TOO_OLD" }
  | { code: "SERIAL_ZERO" };

export type CardCheck = {
  digits: string;
  valid: boolean;
  errors: NumberError[];
  warnings: AreaWarning[];
  area: NumberArea | undefined;
};

/** `birthDates` have the form `1985-03-12`, the oldest first. */
export type NumberCheck = CardCheck & { sex: "male" | "female" | undefined; birthDates: string[] };

type Options = { today: string; areas: AreaCodes };

const BETWEEN = /[\s.\p{Pd}\p{Cf}\u2212]/gu;

/**
 * `today`: a date such as `2026-11-23`. Permendagri defines the parts of a NIK: area, birth date as DDMMYY (for women:
 * day + 40), serial.
 */
export function checkNik(written: string, options: Options): NumberCheck {
  const check = checkAny(written, options);
  return {
    ...check.card,
    sex: check.female === undefined ? undefined : check.female ? "female" : "male",
    birthDates: check.dates,
  };
}

/** A family card's number contains the day of issue in place of the birth date. */
export function checkFamilyCard(written: string, options: Options): CardCheck {
  return checkAny(written, options).card;
}

function checkAny(written: string, { today, areas }: Options) {
  const digits = written.slice(0, 1_000).normalize("NFKC").replace(BETWEEN, "");
  const shape = shapeError(digits);
  if (shape) {
    return {
      card: { digits, valid: false, errors: [shape], warnings: [], area: undefined },
      dates: [],
      female: undefined,
    };
  }
  const { area, warnings } = areaOf(digits, areas);
  const { dates, female, error } = datesOf(digits.slice(6, 12), today);
  const errors: NumberError[] = [
    ...(error ? [error] : []),
    ...(digits.endsWith("0000") ? [{ code: "SERIAL_ZERO" } as const] : []),
  ];
  return { card: { digits, valid: errors.length === 0, errors, warnings, area }, dates, female };
}

function shapeError(digits: string): NumberError | undefined {
  if (digits === "") return { code: "EMPTY" };
  const strangers = digits.replace(/[0-9]/g, "");
  if (strangers !== "") return { code: "LETTERS", characters: [...new Set(strangers)].slice(0, 5).join(" ") };
  if (digits.length < LENGTH) return { code: "TOO_SHORT", digits: digits.length, missing: LENGTH - digits.length };
  if (digits.length > LENGTH) return { code: "TOO_LONG", digits: digits.length, extra: digits.length - LENGTH };
  return undefined;
}
