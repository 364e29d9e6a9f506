import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Scene } from "../../src/doctor/check.ts";
import { checkSettingsFile, filesCheck } from "../../src/doctor/checks/files.ts";

const SAPA = 1_001;

it.each([
  ["the user's own, with mode 600", SAPA, 0o600],
  ["root's, readable by its group as in docs/go-live.md", 0, 0o640],
  ["root's, as a container's secret", 0, 0o440],
])("a file of settings is fine: %s", (_, uid, mode) => {
  expect(checkSettingsFile({ uid, mode: 0o100000 | mode }, SAPA)).toEqual([]);
});

it.each([
  ["the user's own, readable by a group", SAPA, 0o640, "warning", "chmod go= .env"],
  ["the user's own, readable by all", SAPA, 0o644, "warning", "chmod go= .env"],
  ["root's, readable by all", 0, 0o644, "warning", "chmod 0640 .env"],
  ["root's, writable by a group", 0, 0o660, "warning", "chmod 0640 .env"],
  ["another user's", 1_002, 0o600, "fault", "chown it to root or to this user"],
])("a file of settings gives a finding: %s", (_, uid, mode, verdict, next) => {
  expect(checkSettingsFile({ uid, mode: 0o100000 | mode }, SAPA)).toMatchObject([{ verdict, next }]);
});

it("a file of settings of root is fine if root runs the service", () => {
  expect(checkSettingsFile({ uid: 0, mode: 0o100640 }, 0)).toHaveLength(1);
  expect(checkSettingsFile({ uid: 0, mode: 0o100600 }, 0)).toEqual([]);
});

describe("a link to a file of data", () => {
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

  it("gives no finding if its target is private", async () => {
    expect(await look()).toMatchObject([{ verdict: "ok" }]);
    chmodSync(join(directory, "etc/env"), 0o400);
    expect(await look()).toMatchObject([{ verdict: "ok" }]);
  });

  it("gives a finding if others may read its target", async () => {
    chmodSync(join(directory, "etc/env"), 0o644);
    chmodSync(join(directory, "disk"), 0o755);
    expect(await look()).toMatchObject([
      { verdict: "warning", says: expect.stringContaining(".env holds the keys") },
      { verdict: "warning", says: "others may open data" },
    ]);
  });
});
