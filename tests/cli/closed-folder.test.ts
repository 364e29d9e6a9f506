import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { asNobody, openToAll } from "../support/other-user.ts";

const SAPA = join(import.meta.dirname, "../../src/cli/sapa.ts");

let directory: string;
beforeAll(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-closed-")));
  openToAll(directory);
  mkdirSync(join(directory, "data"));
  chmodSync(join(directory, "data"), 0o777);
  mkdirSync(join(directory, "data/districts/lamongan"), { recursive: true });
  chmodSync(join(directory, "data/districts"), 0o777);
  writeFileSync(join(directory, "data/districts/lamongan/nicknames.csv"), "nickname,area\nMbungan Lor,3524012001\n");
  writeFileSync(join(directory, "desa.csv"), "kode10,nama\n3525012001,Contohrejo\n");
  chmodSync(join(directory, "data/districts/lamongan"), 0o555);
});
afterAll(() => {
  chmodSync(join(directory, "data/districts/lamongan"), 0o755);
  rmSync(directory, { recursive: true, force: true });
});

function sapa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SAPA, ...args], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" },
    encoding: "utf8",
    ...asNobody(),
  });
  return { status, out: stdout, errors: stderr };
}

/** The remedy differs for root and for other users. */
const HOW =
  /data\/districts\/lamongan (belongs to root, and \S+ may not write there: chown -R \S+: \S*data\/districts|cannot be written: chmod u\+rwX it)\n/;

describe("an office's own folder that another user made", { timeout: 120_000 }, () => {
  it.each([
    [["check", "sign", "lamongan", "--all", "--name", "Siti, Dinsos"], "nothing was signed: "],
    [["areas", "add", "desa.csv"], "nothing was added: "],
  ])("makes %j fail with one sentence that names the remedy", (args, begins) => {
    const { status, out, errors } = sapa(...args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(errors).toMatch(HOW);
    expect(errors.startsWith(begins)).toBe(true);
    expect(errors.trimEnd().split("\n")).toHaveLength(1);
  });

  it("is named by `check district` and by `doctor` before a text is signed", () => {
    expect(sapa("check", "district", "lamongan").out).toMatch(new RegExp(`no text can be signed yet: .*${HOW.source}`));
    expect(sapa("doctor").out).toMatch(/no text can be signed: .*districts\/lamongan/);
  });
});
