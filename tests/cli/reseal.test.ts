import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-reseal-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const [, OLD = ""] = KEY_SETTINGS.SEAL_KEYS.split(":");
const NEW = Buffer.alloc(32, "new").toString("base64");
const BOTH = `2:${NEW},1:${OLD}`;

function sapa(settings: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../../src/cli/sapa.ts"), ...args],
    {
      cwd: directory,
      env: {
        PATH: process.env.PATH ?? "",
        ...KEY_SETTINGS,
        DATA_DIR: "data",
        DISTRICTS: "lamongan",
        ...settings,
      },
      encoding: "utf8",
    },
  );
  return { status, out: stdout, errors: stderr };
}
const staff = (settings: Record<string, string>) => sapa(settings, "staff", "list", "--json");

describe("sapa reseal", { timeout: 60_000 }, () => {
  it("brings everything under the newest key, after which the old one may go", () => {
    const add = ["staff", "add", "dina", "--district", "lamongan", "--name", "Dina", "--rung", "dinsos"];
    expect(sapa({}, ...add).status).toBe(0);
    const dropped = staff({ SEAL_KEYS: `2:${NEW}` });
    expect(dropped).toMatchObject({ status: 2, errors: expect.stringMatching(/^SEAL_KEYS: key 1 is missing.*\n$/) });
    expect(dropped.errors).not.toContain(NEW);

    const counted = sapa({ SEAL_KEYS: BOTH }, "reseal", "--dry-run", "--json");
    expect(JSON.parse(counted.out)).toMatchObject({ newest: 2, counts: { officers: { 1: 1 } } });
    expect(sapa({ SEAL_KEYS: BOTH }, "reseal")).toMatchObject({
      status: 2,
      errors: expect.stringContaining("--offline"),
    });
    const done = sapa({ SEAL_KEYS: BOTH }, "reseal", "--offline");
    expect(done).toMatchObject({ status: 0, out: expect.stringContaining("everything is sealed with key 2") });
    expect(staff({ SEAL_KEYS: `2:${NEW}` })).toMatchObject({ status: 0, out: expect.stringContaining("Dina") });
  });

  it.each([
    ["another sealing key", { SEAL_KEYS: `2:${OLD}` }, /^SEAL_KEYS: key 2 is not/],
    ["another index key", { SEAL_KEYS: `2:${NEW}`, INDEX_KEY: NEW }, /^INDEX_KEY: /],
  ])("%s ends every command with 2 and one sentence", (_, settings, message) => {
    const { status, errors } = staff(settings);
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringMatching(message) });
    expect(errors.trim().split("\n")).toHaveLength(1);
    for (const key of [OLD, NEW]) expect(errors).not.toContain(key);
  });
});
