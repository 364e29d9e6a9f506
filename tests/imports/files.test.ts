import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { asNobody, openToAll } from "../support/nobody.ts";

let directory: string;
beforeAll(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-import-files-")));
  openToAll(directory);
  writeFileSync(join(directory, "closed.csv"), "nik,nama\n");
  chmodSync(join(directory, "closed.csv"), 0);
  mkdirSync(join(directory, "closed"), { mode: 0 });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function importOf(file: string) {
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const { status, stderr } = spawnSync(process.execPath, [main, "import", "register", file, "--district", "lamongan"], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" },
    encoding: "utf8",
    ...asNobody(),
  });
  return { status, errors: stderr.replaceAll(directory, "HERE") };
}

describe("a file that cannot be opened is one sentence with 2, every time", { timeout: 120_000 }, () => {
  // The stream's own error came once before and once after somebody listened to it.
  it.each(Array.from({ length: 5 }, (_, time) => time))("a whole path without a file (%i)", () => {
    expect(importOf("/nowhere/list.csv")).toEqual({
      status: 2,
      errors: "/nowhere/list.csv is not there: look how its name is spelled\n",
    });
  });

  it.each([
    [
      "list.csv",
      'list.csv is not there, looked for in HERE: look how its name is spelled, or give it as standard input ("- < list.csv")\n',
    ],
    [
      "closed.csv",
      'closed.csv cannot be read (this user may not open it, looked for in HERE): give it as standard input ("- < closed.csv")\n',
    ],
    [
      "closed/list.csv",
      'closed/list.csv cannot be read (this user may not open it, looked for in HERE): give it as standard input ("- < closed/list.csv")\n',
    ],
    ["data", "data is a folder; name the file in it\n"],
  ])("%s", (file, errors) => {
    expect(importOf(file)).toEqual({ status: 2, errors });
  });
});
