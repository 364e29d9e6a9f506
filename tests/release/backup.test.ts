import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/store/ports/store.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";

const SCRIPT = join(import.meta.dirname, "../../deploy/backup.sh");
const runs = existsSync("/usr/bin/sqlite3") || process.env.CI === "true";
if (!runs) console.log("deploy/backup.sh is not tried: there is no /usr/bin/sqlite3 here.");

let folder: string;
let data: string;
let backups: string;
let store: Store | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sapa-backup-"));
  data = join(folder, "data");
  backups = join(folder, "backups");
  for (const part of ["files", "register", "spool", "districts/lamongan"])
    mkdirSync(join(data, part), { recursive: true });
  writeFileSync(join(data, "districts/lamongan/offices.csv"), "id\n");
  writeFileSync(join(data, "audit-heads.jsonl"), "{}\n");
  writeFileSync(join(data, "kolom.json"), "{}\n");
  store = await openSqlite(`sqlite:${join(data, "sapa.db")}`, storeOptions());
  writeFileSync(join(data, "files/a"), "sealed photo");
});
afterEach(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

function backUp(env: Record<string, string> = {}) {
  const settings = { ...CHILD_ENVIRONMENT, DATA_DIR: data, BACKUP_DIR: backups, ...env };
  const { status, stdout, stderr } = spawnSync("/bin/sh", [SCRIPT], { env: settings, encoding: "utf8" });
  return { status, stdout: stdout.trim(), stderr };
}

describe.runIf(runs)("deploy/backup.sh", () => {
  it("copies a database during writes as it was at one moment, with all its files, and notes the time", async () => {
    await store?.recordInbound([inbound(someone(), "before")]);
    const { status, stdout } = backUp();
    expect(status).toBe(0);
    await store?.recordInbound([inbound(someone(), "after")]);
    expect(statSync(join(data, "last-backup")).mtimeMs).toBeGreaterThan(Date.now() - 60_000);
    expect(statSync(stdout).mode & 0o077).toBe(0);

    const restored = join(folder, "restored");
    mkdirSync(restored);
    execFileSync("tar", ["-xf", stdout, "-C", restored]);
    expect(readdirSync(restored).sort()).toEqual([
      "audit-heads.jsonl",
      "districts",
      "files",
      "kolom.json",
      "last-backup",
      "register",
      "sapa.db",
      "spool",
    ]);
    expect(readFileSync(join(restored, "files/a"), "utf8")).toBe("sealed photo");
    rmSync(join(restored, "files/a"));
    const again = await openSqlite(`sqlite:${join(restored, "sapa.db")}`, storeOptions());
    expect((await again.waiting(10)).inbound).toHaveLength(1);
    await again.close();
  });

  it("copies the office's facts from their folder", () => {
    const facts = join(folder, "facts");
    mkdirSync(join(facts, "national"), { recursive: true });
    rmSync(join(data, "districts"), { recursive: true });
    const { stdout } = backUp({ DISTRICTS_DIR: facts });
    expect(execFileSync("tar", ["-tf", stdout]).toString()).toContain("./districts/national/");
  });

  it("deletes only backups older than KEEP_DAYS", () => {
    mkdirSync(backups);
    const old = new Date(Date.now() - 32 * 86_400_000);
    for (const name of ["sapa-bansos-2026-01-01T020000.tar", "letter.tar"]) {
      writeFileSync(join(backups, name), "x");
      utimesSync(join(backups, name), old, old);
    }
    expect(backUp().status).toBe(0);
    const left = readdirSync(backups);
    expect(left).toContain("letter.tar");
    expect(left.filter((name) => name.startsWith("sapa-bansos-"))).toHaveLength(1);
    expect(left).not.toContain("sapa-bansos-2026-01-01T020000.tar");
  });

  it.each<[string, () => void, RegExp, Record<string, string>?]>([
    [
      "no DATA_DIR",
      () => undefined,
      /^no backup: DATA_DIR is not set; .*DATA_DIR=\/var\/lib\/sapa-bansos [^\n]*\n$/,
      { DATA_DIR: "" },
    ],
    ["no database", () => rmSync(join(data, "sapa.db")), /there is no .*sapa\.db; a MongoDB/],
    ["a folder that is none", () => writeFileSync(backups, "x"), /cannot be written/],
    ["a damaged database", () => writeFileSync(join(data, "sapa.db"), "x".repeat(8_192)), /could not be copied/],
  ])(
    "fails on %s in one sentence, notes no time and leaves no incomplete backup",
    async (_, spoil, sentence, env = {}) => {
      await store?.close();
      store = undefined;
      for (const mark of ["-wal", "-shm"]) rmSync(join(data, `sapa.db${mark}`), { force: true });
      spoil();
      const { status, stderr } = backUp(env);
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(sentence) });
      expect(existsSync(join(data, "last-backup"))).toBe(false);
      if (existsSync(backups) && statSync(backups).isDirectory()) expect(readdirSync(backups)).toEqual([]);
    },
  );
});

it("deploy's scripts can be run", () => {
  for (const script of [SCRIPT, join(SCRIPT, "../sapa")]) {
    expect(statSync(script).mode & 0o111).toBe(0o111);
    expect(spawnSync("/bin/sh", ["-n", script]).status).toBe(0);
  }
});

it("the unit of the backup starts that script, with the paths of docs/go-live.md", () => {
  const read = (path: string) => readFileSync(join(SCRIPT, "../..", path), "utf8");
  const unit = read("deploy/sapa-bansos-backup.service");
  expect(unit).toContain("ExecStart=/opt/sapa-bansos/deploy/backup.sh\n");
  expect(unit).toContain("ReadWritePaths=/var/lib/sapa-bansos /var/backups/sapa-bansos\n");
  expect(unit).toMatch(/^EnvironmentFile=\/etc\/sapa-bansos\/env$/m);
  const page = read("docs/go-live.md");
  for (const path of ["/var/backups/sapa-bansos", "/etc/sapa-bansos/env", "DATA_DIR=/var/lib/sapa-bansos"])
    expect(page).toContain(path);
  const days = /KEEP_DAYS=(\d+)/.exec(unit)?.[1];
  for (const text of [page, read("docs/operations.md"), read("docs/privacy.md")])
    expect(text).toContain(`${days} days`);
});
