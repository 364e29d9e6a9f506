import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workLock } from "../../src/store/sqlite/clock.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-talk-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** What the terminal shows to whoever types these lines. */
function talk(lines: string[], settings: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../../src/cli/sapa.ts"), "talk", "--district", "pekalongan"],
    {
      cwd: directory,
      env: { ...CHILD_ENVIRONMENT, DISTRICTS: "pekalongan", LOG_LEVEL: "error", ...settings },
      input: `${lines.join("\n")}\n`,
      encoding: "utf8",
    },
  );
  return { status, answers: stdout.split("\n> "), errors: stderr };
}

describe("sapa talk", { timeout: 60_000 }, () => {
  it("answers every line, also what might be the first of several", () => {
    const { status, answers } = talk(["halo", "hmm pak", "3375015206799901"], {});
    expect([status, answers.length]).toEqual([0, 4]);
    expect(answers[0]).toContain("Kota Pekalongan");
    expect(answers[1]).toContain("belum paham");
    expect(answers[2]).toContain("NIK berakhiran 01");
  });

  it("says so where another process answers in its place", () => {
    mkdirSync(join(directory, "data"));
    const lock = workLock(join(directory, "data/sapa.db"));
    expect(lock.holdsFile()).toBe(true);
    const { status, errors } = talk(["halo"], { ...KEY_SETTINGS, DATA_DIR: "data" });
    lock.close();
    expect([status, errors]).toEqual([0, expect.stringContaining("another process works on this folder")]);
  });
});
