import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { startProcess } from "../support/process.ts";

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
        ...CHILD_ENVIRONMENT,
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
  it("seals every value with the newest key, so that the old key can be dropped", () => {
    const add = ["staff", "add", "dina", "--district", "lamongan", "--name", "Dina", "--rung", "dinsos"];
    expect(sapa({}, ...add).status).toBe(0);
    const dropped = staff({ SEAL_KEYS: `2:${NEW}` });
    expect(dropped).toMatchObject({ status: 2, errors: expect.stringMatching(/^SEAL_KEYS: key 1 is missing.*\n$/) });
    expect(dropped.errors).not.toContain(NEW);

    const counted = sapa({ SEAL_KEYS: BOTH }, "reseal", "--dry-run", "--json");
    expect(JSON.parse(counted.out)).toMatchObject({ newest: 2, counts: { officers: { 1: 1 } } });
    const refused = { status: 2, errors: expect.stringContaining("--offline") };
    expect(sapa({ SEAL_KEYS: BOTH }, "reseal")).toMatchObject(refused);
    const added = sapa({ SEAL_KEYS: BOTH }, "staff", "add", "sari", ...add.slice(3));
    expect(added, "a command seals with the new key, and the service does not know it yet").toMatchObject({
      status: 0,
    });
    expect(sapa({ SEAL_KEYS: BOTH }, "reseal")).toMatchObject(refused);
    const done = sapa({ SEAL_KEYS: BOTH }, "reseal", "--offline");
    expect(done).toMatchObject({ status: 0, out: expect.stringContaining("everything is sealed with key 2") });
    expect(staff({ SEAL_KEYS: `2:${NEW}` })).toMatchObject({ status: 0, out: expect.stringContaining("Dina") });
  });

  it("needs no --offline after the service was started with the new key", async () => {
    const [third, last] = [`3:${Buffer.alloc(32, "third").toString("base64")}`, `2:${NEW}`];
    const SEAL_KEYS = `${third},${last}`;
    const settings = {
      ...KEY_SETTINGS,
      SEAL_KEYS,
      DATA_DIR: join(directory, "data"),
      DISTRICTS: "lamongan",
      PORT: "0",
    };
    const service = await startProcess("src/main.ts", [], settings, /"listening"/);
    const done = sapa({ SEAL_KEYS }, "reseal");
    expect(await service.kill("SIGTERM")).toBe(0);
    expect(done).toMatchObject({ status: 0, out: expect.stringContaining("everything is sealed with key 3") });
    expect(staff({ SEAL_KEYS: third })).toMatchObject({ status: 0, out: expect.stringContaining("Dina") });
    expect(sapa({ SEAL_KEYS: third }, "reseal"), "there is nothing to do").toMatchObject({ status: 0 });
    const back = sapa({ SEAL_KEYS: SEAL_KEYS.replace("3:", "4:") }, "staff", "list");
    expect(back.errors).toMatch(/^SEAL_KEYS: key 3 is missing/);
  });

  it.each([
    ["another sealing key", { SEAL_KEYS: `3:${OLD}` }, /^SEAL_KEYS: key 3 is not/],
    ["another index key", { SEAL_KEYS: `3:${NEW}`, INDEX_KEY: NEW }, /^INDEX_KEY: /],
  ])("%s ends every command with 2 and one sentence", (_, settings, message) => {
    const { status, errors } = staff(settings);
    expect({ status, errors }).toEqual({ status: 2, errors: expect.stringMatching(message) });
    expect(errors.trim().split("\n")).toHaveLength(1);
    for (const key of [OLD, NEW]) expect(errors).not.toContain(key);
  });
});
