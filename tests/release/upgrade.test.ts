import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

/** Data of the first release, sealed with the tests' keys (see tests/store/release-data.test.ts). */
const FIXTURE = join(import.meta.dirname, "../fixtures/release-1");
const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "sapa-upgrade-"));
const data = join(folder, "data");
const facts = join(folder, "facts/lamongan/offices.csv");

function run(program: string, ...words: string[]) {
  const env = {
    ...CHILD_ENVIRONMENT,
    ...KEY_SETTINGS,
    DATA_DIR: data,
    DISTRICTS: "lamongan",
    DISTRICTS_DIR: join(folder, "facts"),
    PORT: "0",
    HOST: "127.0.0.1",
  };
  const options = { cwd: folder, env, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...words], options);
  return { status, stdout, stderr };
}
const sapa = (...words: string[]) => run("src/cli/sapa.ts", ...words);

beforeAll(() => {
  mkdirSync(join(data, "register"), { recursive: true });
  for (const name of ["sapa.db", "register/register-lamongan-684d1dfdcc86.db"])
    writeFileSync(join(data, name), gunzipSync(readFileSync(join(FIXTURE, `${name}.gz`))));
  cpSync(join(FIXTURE, "files"), join(data, "files"), { recursive: true });
  mkdirSync(join(facts, ".."), { recursive: true });
  writeFileSync(facts, "id,phone,checked_on,source\ndinsos,(0322) 000001,2026-11-28,Surat edaran 1/2026\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an office that changes from the first release to this one", { timeout: 120_000 }, () => {
  it("keeps its tickets, officers and list, and its own facts are not touched", () => {
    const before = { text: readFileSync(facts, "utf8"), at: statSync(facts).mtimeMs };
    expect(sapa("migrate")).toMatchObject({ status: 0, stderr: "" });
    expect(sapa("tickets", "list").stdout).toContain("LMG-26-000001-1");
    expect(sapa("staff", "list").stdout).toContain("sari");
    expect(sapa("audit", "verify")).toMatchObject({ status: 0 });
    expect({ text: readFileSync(facts, "utf8"), at: statSync(facts).mtimeMs }).toEqual(before);
    expect(sapa("check", "diff", "lamongan").stdout).toContain("(0322) 000001");
  });

  it("and an office that goes back to an older release is refused in one sentence, without a change", () => {
    const db = new DatabaseSync(join(data, "sapa.db"));
    const form = Number(db.prepare("pragma user_version").get()?.user_version) + 1;
    db.exec(`pragma user_version = ${form}`);
    db.close();
    for (const { status, stderr } of [sapa("tickets", "list"), run("src/main.ts")]) {
      expect(status).toBe(2);
      expect(stderr.trim().split("\n").at(-1)).toMatch(
        new RegExp(
          `the file has form ${form}, this release knows ${form - 1} at most; it was written by a newer release: take that one, or restore the backup from before the update`,
        ),
      );
      expect(stderr).not.toMatch(/\bat .*\.ts/);
    }
    const after = new DatabaseSync(join(data, "sapa.db"));
    expect(after.prepare("pragma user_version").get()?.user_version).toBe(form);
    after.close();
  });
});
