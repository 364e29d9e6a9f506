import fc from "fast-check";
import { expect, it } from "vitest";
import { IsoDate } from "../../src/register/programme.ts";

const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");
const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

it("a date is taken exactly when the calendar has it", () => {
  const part = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, day) => {
      const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
      expect(IsoDate.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`).success).toBe(isDay);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  "2026-13-45",
  "2026-02-29",
  "2100-02-29",
  "2026-04-31",
  "2026-00-10",
  "26-05-2026",
  "2026-5-1",
  "2026-05-01 ",
  "",
])("%j is no date", (text) =>
  expect(IsoDate.safeParse(text).error?.issues[0]?.message).toBe("is no date; write it as 2026-11-28"),
);

it.each(["2024-02-29", "2000-02-29", "2026-12-31"])("%s is a date", (text) => expect(IsoDate.parse(text)).toBe(text));
