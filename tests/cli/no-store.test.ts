import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workLock } from "../../src/store/sqlite/clock.ts";
import { migrate } from "../../src/store/sqlite/migrations.ts";
import { FORMS } from "../../src/store/sqlite/open-here.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const SAPA = join(import.meta.dirname, "../../src/cli/sapa.ts");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-no-store-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function sapa(...args: string[]) {
  const env = { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: directory, DISTRICTS: "lamongan" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SAPA, ...args], { env, encoding: "utf8" });
  return { status, out: stdout, errors: stderr.replaceAll(directory, "HERE") };
}

describe("without a store, a command that creates none fails and names the missing file", { timeout: 120_000 }, () => {
  const NONE = {
    status: 1,
    out: "",
    errors: "no store at HERE/sapa.db; the first `npm start` or `sapa import` makes it\n",
  };

  it.each([
    [["tickets", "list"]],
    [["tickets", "show", "LMG-2K7Q-9F"]],
    [["audit", "verify"]],
    [["staff", "list"]],
    [["staff", "check"]],
    [["dead-letters", "list"]],
    [["retention", "run", "--dry-run"]],
    [["reseal", "--dry-run"]],
  ])("sapa %j", (args) => {
    expect(sapa(...args)).toEqual(NONE);
    expect(existsSync(join(directory, "sapa.db"))).toBe(false);
  });

  it("an empty file counts as no store", () => {
    writeFileSync(join(directory, "sapa.db"), "");
    expect(sapa("audit", "verify")).toEqual(NONE);
  });

  it("a command reads the store that `migrate` has created", () => {
    expect(sapa("migrate")).toMatchObject({ status: 0, errors: "" });
    expect(sapa("tickets", "list")).toMatchObject({ status: 0, errors: "" });
  });
});

describe("sapa migrate while a process uses the store", { timeout: 60_000 }, () => {
  const older = (forms: readonly string[]) => {
    const db = new DatabaseSync(join(directory, "sapa.db"));
    migrate(db, forms);
    db.close();
  };

  it.each([
    [
      "of an older release",
      FORMS.slice(0, -1),
      `warning: process ${process.pid} of an older release works this store: restart it with this release once the store is migrated\n`,
    ],
    ["of this release", FORMS, ""],
  ])("%s", (_, forms, errors) => {
    older(forms);
    const lock = workLock(join(directory, "sapa.db"));
    expect(lock.holdsFile()).toBe(true);
    expect(sapa("migrate")).toEqual({ status: 0, out: "the store has this release's form\n", errors });
    lock.close();
  });

  it("warns of no process if none uses the store", () => {
    older(FORMS.slice(0, -1));
    expect(sapa("migrate")).toMatchObject({ status: 0, errors: "" });
  });
});
