import { expect, it } from "vitest";
import { readCodeNames } from "./code-names.ts";
import { conformanceGapsIn } from "./conformance-gaps.ts";
import { straysIn } from "./unlisted-files.ts";

it("every channel, flow, store and effect is in its list, and every pack folder is a district or what all share", () => {
  expect(straysIn(".", readCodeNames())).toEqual([]);
});

it("every store is under the suites that all stores pass, and every function of every port under one of them", () => {
  expect(conformanceGapsIn(".")).toEqual([]);
});
