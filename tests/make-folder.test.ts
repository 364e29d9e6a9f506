import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "../src/make-folder.ts";

const scratch = () => mkdtempSync(join(tmpdir(), "sapa-folder-"));

it("makeFolder makes a folder and the folders above it for the owner alone, and leaves an existing folder", () => {
  const path = join(scratch(), "a", "b");
  makeFolder(path);
  makeFolder(path);
  expect([path, join(path, "..")].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o700]);
});

it.each([
  ["under a system folder that allows no new folder", () => "/proc/sapa/data"],
  [
    "under a file",
    () => {
      const file = join(scratch(), "file");
      writeFileSync(file, "");
      return join(file, "data");
    },
  ],
])("makeFolder throws %s", (_, path) => {
  expect(() => makeFolder(path())).toThrow();
});
