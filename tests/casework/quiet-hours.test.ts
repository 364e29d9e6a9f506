import fc from "fast-check";
import { expect, it } from "vitest";
import { quietUntil } from "../../src/casework/quiet-hours.ts";

const at = (text: string) => Date.parse(`${text}+07:00`);

it.each([
  ["2026-11-23T20:59:59.999", "2026-11-23T20:59:59.999"],
  ["2026-11-23T21:00:00.000", "2026-11-24T06:00:00.000"],
  ["2026-11-23T23:59:59.999", "2026-11-24T06:00:00.000"],
  ["2026-11-24T00:00:00.000", "2026-11-24T06:00:00.000"],
  ["2026-11-24T05:59:59.999", "2026-11-24T06:00:00.000"],
  ["2026-11-24T06:00:00.000", "2026-11-24T06:00:00.000"],
  ["2026-12-31T22:00:00.000", "2027-01-01T06:00:00.000"],
  ["1969-12-31T23:00:00.000", "1970-01-01T06:00:00.000"],
])("what happens at %s may be told at %s", (happened, told) => {
  expect(new Date(quietUntil(at(happened), "Asia/Jakarta")).toISOString()).toBe(new Date(at(told)).toISOString());
});

it("quietUntil is never before the event, never at night, and never later than the next morning", () => {
  const HOUR = 3_600_000;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (moment) => {
      const told = quietUntil(moment, "Asia/Jakarta");
      const hour = Number(new Date(told + 7 * HOUR).toISOString().slice(11, 13));
      expect(told).toBeGreaterThanOrEqual(moment);
      expect(told - moment).toBeLessThanOrEqual(9 * HOUR);
      expect(hour >= 6 && hour < 21).toBe(true);
      expect(quietUntil(told, "Asia/Jakarta")).toBe(told);
    }),
  );
});
