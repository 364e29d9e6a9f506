import { expect, it } from "vitest";
import { openLate } from "../src/open-late.ts";

it("openLate opens once at the first use, and again after a failure", () => {
  let opened = 0;
  let fails = true;
  const late = openLate(() => {
    opened += 1;
    if (fails) throw new Error("not there yet");
    return { double: (n: number) => 2 * n, name: "it" };
  });
  expect(opened).toBe(0);
  expect(() => late.name).toThrow("not there yet");
  fails = false;
  expect([late.double(2), late.name, late.double(4)]).toEqual([4, "it", 8]);
  expect(opened).toBe(2);
});
