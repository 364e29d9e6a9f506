import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const MAIN = join(import.meta.dirname, "../../src/cli/sapa.ts");
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-district-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a district that is not served is one sentence with the nearest name", { timeout: 60_000 }, () => {
  it.each([
    [
      "import register list.csv --district lamongn",
      /^district lamongn is not known; did you mean lamongan\? there are /,
    ],
    ["staff list --district Lamongan", /^district Lamongan is not known; did you mean lamongan\? there are /],
    ["staff check --district jombang", /^district jombang is not served here; DISTRICTS names lamongan$/m],
    [
      "import aid list.csv --district surabaya",
      /^district surabaya is not known; there are jombang, lamongan, pekalongan$/m,
    ],
  ])("%s", (command, sentence) => {
    const env = { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...command.split(" ")], {
      ...{ cwd: directory, env, encoding: "utf8" },
    });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(sentence) });
  });
});
