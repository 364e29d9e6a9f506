import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-district-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a command names the nearest district, or the served ones, for a district that is not served", {
  timeout: 60_000,
}, () => {
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
  ])("%s", async (command, sentence) => {
    const env = { ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
    const ended = await sapaHere(command.split(" "), { cwd: directory, env });
    expect(ended).toEqual({ status: 2, out: "", errors: expect.stringMatching(sentence) });
  });
});
