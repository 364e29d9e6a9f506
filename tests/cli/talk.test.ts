import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workLock } from "../../src/store/sqlite/clock.ts";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const SAPA = join(import.meta.dirname, "../../src/cli/sapa.ts");

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-talk-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function talk(lines: string[], settings: Record<string, string>, options = ["--district", "pekalongan"]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SAPA, "talk", ...options], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, DISTRICTS: "pekalongan", LOG_LEVEL: "error", ...settings },
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
  });
  return { status, answers: stdout.split("\n> "), errors: stderr };
}

describe("sapa talk", { timeout: 60_000 }, () => {
  it("answers every line, even one that could be the first of several", () => {
    const { status, answers } = talk(["halo", "hmm pak", "3375015206799901"], {});
    expect([status, answers.length]).toEqual([0, 4]);
    expect(answers[0]).toContain("Kota Pekalongan");
    expect(answers[1]).toContain("belum paham");
    expect(answers[2]).toContain("NIK berakhiran 01");
  });

  it("refuses a folder in which another process works, and writes nothing", () => {
    mkdirSync(join(directory, "data"));
    const lock = workLock(join(directory, "data/sapa.db"));
    expect(lock.holdsFile()).toBe(true);
    const { status, answers, errors } = talk(["halo", "cek"], { ...KEY_SETTINGS, DATA_DIR: "data" });
    lock.close();
    expect([status, errors]).toEqual([
      2,
      expect.stringMatching(/^another process works on this folder.*stop it[^\n]*\n$/),
    ]);
    expect(answers).toEqual([""]);
    expect(
      readdirSync(join(directory, "data")).filter((name) => name.startsWith("sapa.db-") || name === "sapa.db"),
    ).toEqual([]);
  });

  it("uses the only served district if none is named", () => {
    const { status, answers } = talk(["halo"], {}, []);
    expect([status, answers[0]]).toEqual([0, expect.stringContaining("Kota Pekalongan")]);
  });

  it("after SIGTERM, answers the pending lines and then stops", async () => {
    const path = join(directory, "data/sapa.db");
    const child = spawn(process.execPath, [SAPA, "talk"], {
      cwd: directory,
      env: { ...CHILD_ENVIRONMENT, DISTRICTS: "pekalongan", LOG_LEVEL: "error", ...KEY_SETTINGS, DATA_DIR: "data" },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    child.stdin.write("halo\nuang saya dipotong pak lurah\n");
    const count = (where: string) => {
      if (!existsSync(path)) return 0;
      const db = new DatabaseSync(path, { readOnly: true });
      try {
        return Number(db.prepare(`select count(*) as count from inbound where ${where}`).get()?.count);
      } catch {
        return 0;
      } finally {
        db.close();
      }
    };
    await expect.poll(() => count("1"), { timeout: 40_000, interval: 20 }).toBe(2);
    child.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
    expect(count("state = 0")).toBe(0);
  });
});
