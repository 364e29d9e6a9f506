import { expect, it } from "vitest";
import { readCodeNames } from "./code-names.ts";
import { conformanceGapsIn } from "./conformance-gaps.ts";
import { straysIn } from "./unlisted-files.ts";

it("every channel, flow, store and effect is in its list, and every pack folder is a district's or shared", () => {
  expect(straysIn(".", readCodeNames())).toEqual([]);
});

it("every store runs the suites of all stores, and a suite tests every function of every port", () => {
  expect(conformanceGapsIn(".")).toEqual([]);
});
