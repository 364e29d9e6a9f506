import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  deadlineAfterPause,
  deadlinesOf,
  officeOpensAt,
  workingDaysBetween,
} from "../../src/casework/deadline.ts";

const calendar = { holidays: new Set(["2026-12-25", "2026-12-24", "2027-01-01"]), zone: "Asia/Jakarta" as const };
const wib = (text: string): number => Date.parse(`${text}+07:00`);
const text = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 16);

describe("working days, closing at 16:00 WIB", () => {
  it.each([
    ["a weekday", "2026-11-23T09:00", 1, "2026-11-24T16:00"],
    ["over a weekend", "2026-11-27T09:00", 1, "2026-11-30T16:00"],
    ["from a Saturday", "2026-11-28T09:00", 1, "2026-11-30T16:00"],
    ["from a Sunday night", "2026-11-29T23:59", 1, "2026-11-30T16:00"],
    ["just after midnight in Jakarta, the day before in UTC", "2026-11-24T00:30", 1, "2026-11-25T16:00"],
    ["just before midnight", "2026-11-23T23:30", 1, "2026-11-24T16:00"],
    ["over Christmas and its joint leave", "2026-12-23T10:00", 1, "2026-12-28T16:00"],
    ["over new year", "2026-12-31T10:00", 1, "2027-01-04T16:00"],
    ["three", "2026-11-23T09:00", 3, "2026-11-26T16:00"],
    ["five", "2026-11-23T09:00", 5, "2026-11-30T16:00"],
    ["no day, from a working day", "2026-11-23T09:00", 0, "2026-11-23T16:00"],
    ["no day, from a Saturday", "2026-11-28T09:00", 0, "2026-11-30T16:00"],
  ])("%s", (_, from, days, expected) => {
    expect(text(addWorkingDays(wib(from), days, calendar))).toBe(expected);
  });

  it("workingDaysBetween counts the days that addWorkingDays added", () => {
    const start = wib("2026-11-01T00:00");
    fc.assert(
      fc.property(fc.nat(90 * 86_400_000), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = start + offset;
        expect(workingDaysBetween(from, addWorkingDays(from, days, calendar), calendar)).toBe(days);
      }),
    );
  });
});

describe("clocks by category", () => {
  const openedAt = wib("2026-11-23T09:00");
  it.each([
    ["not-paid", "2026-11-26T16:00", "2026-12-11T16:00"],
    ["listed-dead", "2026-11-24T16:00", "2026-12-11T16:00"],
    ["officer", "2026-11-26T16:00", "2026-11-30T16:00"],
    ["data-copy", "2026-11-26T09:00", "2026-11-26T09:00"],
    ["data-delete", "2026-11-26T09:00", "2026-11-26T09:00"],
  ] as const)("%s", (category, first, end) => {
    const { firstAnswerBy, resolveBy } = deadlinesOf(category, openedAt, calendar);
    expect([text(firstAnswerBy), text(resolveBy)]).toEqual([first, end]);
  });

  it("a field check has 60 working days", () => {
    const { resolveBy } = deadlinesOf("cut", openedAt, calendar);
    expect(workingDaysBetween(openedAt, resolveBy, calendar)).toBe(60);
  });

  it("a clock of 72 hours runs through a weekend", () => {
    expect(text(deadlinesOf("data-copy", wib("2026-11-27T22:00"), calendar).resolveBy)).toBe("2026-11-30T22:00");
  });
});

describe("a pause", () => {
  const deadline = wib("2026-12-04T16:00");
  it.each([
    ["moves the deadline by the working days it took", "2026-12-01T10:00", "2026-12-03T10:00", "2026-12-08T16:00"],
    ["of an hour moves nothing", "2026-12-01T10:00", "2026-12-01T11:00", "2026-12-04T16:00"],
    ["over a weekend", "2026-12-04T10:00", "2026-12-07T10:00", "2026-12-07T16:00"],
    ["after the deadline changes nothing", "2026-12-05T10:00", "2026-12-20T10:00", "2026-12-04T16:00"],
  ])("%s", (_, pausedAt, resumedAt, expected) => {
    expect(text(deadlineAfterPause(deadline, wib(pausedAt), wib(resumedAt), calendar))).toBe(expected);
  });

  it("a pause never makes a deadline earlier and never takes working days from it", () => {
    const start = wib("2026-11-23T09:00");
    const days = fc.nat(40 * 86_400_000);
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 20 }), (before, length, left) => {
        const due = addWorkingDays(start, left, calendar);
        const paused = start + before;
        const after = deadlineAfterPause(due, paused, paused + length, calendar);
        expect(after).toBeGreaterThanOrEqual(due);
        const had = paused < due ? workingDaysBetween(paused, due, calendar) : 0;
        if (paused < due) expect(workingDaysBetween(paused + length, after, calendar)).toBeGreaterThanOrEqual(had);
      }),
    );
  });
});

describe("when the office opens next", () => {
  const calendar = { holidays: new Set(["2026-12-25"]), zone: "Asia/Jakarta" as const };
  const wib = (day: string, hour: number): number => Date.parse(`${day}T00:00:00Z`) + (hour - 7) * 3_600_000;
  it.each([
    ["while it is open", wib("2026-11-23", 10), undefined],
    ["before it opens", wib("2026-11-23", 3), wib("2026-11-23", 8)],
    ["in the evening", wib("2026-11-23", 20), wib("2026-11-24", 8)],
    ["on a Sunday", wib("2026-11-22", 10), wib("2026-11-23", 8)],
    ["before a holiday and a weekend", wib("2026-12-24", 17), wib("2026-12-28", 8)],
  ])("%s", (_, now, opens) => expect(officeOpensAt(now, calendar)).toBe(opens));
});
