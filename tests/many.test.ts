import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { many } from "../src/many.ts";

it.each([
  [0, "0 entries"],
  [1, "1 entry"],
  [2, "2 entries"],
])("a count of %i agrees with its noun", (count, told) => expect(many(count, "entry", "entries")).toBe(told));

it("a noun without a given plural gets an s", () =>
  expect([1, 3].map((n) => many(n, "fault"))).toEqual(["1 fault", "3 faults"]));

const root = join(import.meta.dirname, "..");
/** `train.ts` always counts thousands, so its plurals are right. */
const programs = globSync("src/{cli,doctor}/**/*.ts", { cwd: root }).filter((path) => path !== "src/cli/train.ts");

it.each(programs)("%s writes no fixed plural after a length", (path) => {
  const text = readFileSync(join(root, path), "utf8");
  expect(text.match(/\$\{[\w.]+\.length\} (?!with )(?:[a-z]+ )?[a-z]+[^s\W]s\b/g) ?? []).toEqual([]);
});
