import fc from "fast-check";
import { expect, it } from "vitest";
import { nthLargest } from "../../src/conversation/understanding/nth-largest.ts";

const numbers = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, noNaN: true })), { maxLength: 60 });

it("nthLargest returns the number that sorting puts at the place, or 0 if there are fewer numbers", () => {
  fc.assert(
    fc.property(numbers, fc.nat(70), (some, place) => {
      const sorted = [...some].sort((a, b) => b - a);
      expect(nthLargest(Float64Array.from(some), place)).toBe(sorted[place] ?? 0);
    }),
  );
});
