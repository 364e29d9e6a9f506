import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Scene } from "../../src/doctor/check.ts";
import { checkSettingsFile, filesCheck } from "../../src/doctor/checks/files.ts";

const SAPA = 1_001;

it.each([
  ["its own, for nobody else", SAPA, 0o600],
  ["root's, read by its group, as docs/go-live.md makes it", 0, 0o640],
  ["root's, as a container's secret", 0, 0o440],
])("settings are well kept that are %s", (_, uid, mode) => {
  expect(checkSettingsFile({ uid, mode: 0o100000 | mode }, SAPA)).toEqual([]);
});

it.each([
  ["its own and read by a group", SAPA, 0o640, "warning", "chmod go= .env"],
  ["its own and read by everybody", SAPA, 0o644, "warning", "chmod go= .env"],
  ["root's and read by everybody", 0, 0o644, "warning", "chmod 0640 .env"],
  ["root's and written by a group", 0, 0o660, "warning", "chmod 0640 .env"],
  ["another user's", 1_002, 0o600, "fault", "chown it to root or to this user"],
])("settings are told of that are %s", (_, uid, mode, verdict, next) => {
  expect(checkSettingsFile({ uid, mode: 0o100000 | mode }, SAPA)).toMatchObject([{ verdict, next }]);
});

it("root who runs the service keeps them to itself", () => {
  expect(checkSettingsFile({ uid: 0, mode: 0o100640 }, 0)).toHaveLength(1);
  expect(checkSettingsFile({ uid: 0, mode: 0o100600 }, 0)).toEqual([]);
});

describe("links, whose own mode lets everybody in, are looked through", () => {
  const here = process.cwd();
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "sapa-settings-file-"));
    mkdirSync(join(directory, "etc"));
    writeFileSync(join(directory, "etc/env"), "PORT=3000\n", { mode: 0o600 });
    mkdirSync(join(directory, "disk"), { mode: 0o700 });
    mkdirSync(join(directory, "release"));
    symlinkSync("../etc/env", join(directory, "release/.env"));
    symlinkSync("../disk", join(directory, "release/data"));
    process.chdir(join(directory, "release"));
  });
  afterEach(() => {
    process.chdir(here);
    rmSync(directory, { recursive: true, force: true });
  });
  const config = { dataDir: "data", storeUrl: "sqlite:data/sapa.db", auditHeads: "data/audit-heads.jsonl" };
  const look = () => filesCheck.examine({ config } as Scene);

  it("that lead to what is the service's alone are right, written or not", async () => {
    expect(await look()).toMatchObject([{ verdict: "ok" }]);
    chmodSync(join(directory, "etc/env"), 0o400);
    expect(await look()).toMatchObject([{ verdict: "ok" }]);
  });

  it("that lead to what others may read are told of", async () => {
    chmodSync(join(directory, "etc/env"), 0o644);
    chmodSync(join(directory, "disk"), 0o755);
    expect(await look()).toMatchObject([
      { verdict: "warning", says: expect.stringContaining(".env holds the keys") },
      { verdict: "warning", says: "others may open data" },
    ]);
  });
});
