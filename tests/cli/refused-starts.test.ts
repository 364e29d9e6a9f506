import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { asNobody, openToAll } from "../support/other-user.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");
const SAPA = join(import.meta.dirname, "../../src/cli/sapa.ts");

let directory: string;
beforeAll(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-refused-")));
  openToAll(directory);
  mkdirSync(join(directory, "closed"), { mode: 0o555 });
  mkdirSync(join(directory, "full"));
  writeFileSync(join(directory, "full/sapa.db"), "something");
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function ended(program: string, args: string[], settings: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, PORT: "0", DISTRICTS: "lamongan", ...settings },
    encoding: "utf8",
    ...asNobody(),
  });
  return { status, errors: stderr };
}

describe("a start without its keys or its folder ends with 2 and one sentence", { timeout: 240_000 }, () => {
  it.each([
    [
      "another user's folder",
      "closed",
      /^DATA_DIR: closed (belongs to root, .*: chown -R .* closed|cannot be written.*)\n$/,
    ],
    [
      "a folder that cannot be made",
      "closed/data",
      /^DATA_DIR: closed\/data cannot be made \(this user may not write there\).*\n$/,
    ],
  ])("%s", (_, DATA_DIR, errors) => {
    const found = ended(MAIN, [], { ...KEY_SETTINGS, DATA_DIR });
    expect(found).toEqual({ status: 2, errors: expect.stringMatching(errors) });
  });

  it.each([
    [
      "the service",
      MAIN,
      [],
      /^INDEX_KEY: missing, and the data here .* from the paper in the safe; a new one does not help\n$/,
    ],
    ["sapa keys", SAPA, ["keys"], /^there is data here, and no new key opens it: .* paper in the safe.*\n$/],
  ])("%s without a key fails if there is data", (_, program, args, errors) => {
    const half = program === MAIN ? { SEAL_KEYS: KEY_SETTINGS.SEAL_KEYS } : { SEAL_KEYS: "" };
    const found = ended(program, args, { ...half, DATA_DIR: "full" });
    expect(found).toEqual({ status: 2, errors: expect.stringMatching(errors) });
  });

  it("sapa version refuses any further argument", () => {
    expect(ended(SAPA, ["version", "--x"], {})).toEqual({
      status: 2,
      errors: "sapa version: takes nothing more, not --x\n",
    });
  });

  it("a command whose output pipe is closed early prints no error", () => {
    const command = `"$1" "$2" diagram | head -n 1 >/dev/null`;
    const { stderr } = spawnSync("/bin/sh", ["-c", command, "sh", process.execPath, SAPA], { encoding: "utf8" });
    expect(stderr).toBe("");
  });
});
