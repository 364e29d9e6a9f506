import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVEN_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { asNobody, openToAll } from "../support/other-user.ts";
import { sapaHere } from "../support/sapa.ts";

let directory: string;
beforeAll(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-import-files-")));
  openToAll(directory);
  writeFileSync(join(directory, "closed.csv"), "nik,nama\n");
  chmodSync(join(directory, "closed.csv"), 0);
  mkdirSync(join(directory, "closed"), { mode: 0 });
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const argsFor = (file: string) => ["import", "register", file, "--district", "lamongan"];
const settings = { ...KEY_SETTINGS, DISTRICTS: "lamongan" };

async function importOf(file: string) {
  const { status, errors } = await sapaHere(argsFor(file), {
    cwd: directory,
    env: { ...settings, DATA_DIR: "own" }, // the user `nobody` could not open the folder "data" of root
  });
  return { status, errors: errors.replaceAll(directory, "HERE") };
}

function importAsNobody(file: string) {
  const main = join(import.meta.dirname, "../../src/cli/sapa.ts");
  const { status, stderr } = spawnSync(process.execPath, [main, ...argsFor(file)], {
    cwd: directory,
    env: { ...EVEN_ENVIRONMENT, ...settings, DATA_DIR: "data" },
    encoding: "utf8",
    ...asNobody(),
  });
  return { status, errors: stderr.replaceAll(directory, "HERE") };
}

describe("a file that cannot be opened ends with 2 and one sentence", { timeout: 120_000 }, () => {
  // the stream may emit its error before or after the listener is added
  it.each(Array.from({ length: 5 }, (_, time) => time))("a whole path without a file (%i)", async () => {
    expect(await importOf("/nowhere/list.csv")).toEqual({
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
    expect(importAsNobody(file)).toEqual({ status: 2, errors });
  });
});
