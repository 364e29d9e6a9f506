import { expect, it } from "vitest";
import { timeInWib } from "../../src/cli/times.ts";

it.each([
  [Date.UTC(2026, 10, 28, 17, 30), "2026-11-29 00:30 WIB"],
  [Date.UTC(2026, 0, 1, 3, 5), "2026-01-01 10:05 WIB"],
])("timeInWib writes a time in the offices' zone", (at, text) => expect(timeInWib(at)).toBe(text));
