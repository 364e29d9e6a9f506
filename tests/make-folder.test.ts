import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../src/make-folder.ts";

const scratch = () => mkdtempSync(join(tmpdir(), "sapa-folder-"));

it("makes a folder and those above it, its owner's alone, and leaves one that is there", () => {
  const path = join(scratch(), "a", "b");
  makeFolder(path);
  makeFolder(path);
  expect([path, join(path, "..")].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o700]);
});

it.each([
  ["under a folder of the system that takes none", () => "/proc/sapa/data"],
  [
    "under a file",
    () => {
      const file = join(scratch(), "file");
      writeFileSync(file, "");
      return join(file, "data");
    },
  ],
])("%s it throws, and comes to an end", (_, path) => {
  expect(() => makeFolder(path())).toThrow();
});
