import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";

const MAIN = join(import.meta.dirname, "../../src/cli/sapa.ts");
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-cli-areas-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function sapa(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "areas", ...args], {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT },
    encoding: "utf8",
  });
  return { status, out: stdout, errors: stderr };
}

describe("sapa areas add", { timeout: 60_000 }, () => {
  it("writes new places into the office's own folder, and adds none the second time", () => {
    writeFileSync(join(directory, "desa.csv"), "kode10,nama\n3525012001,Contohrejo\n");
    const first = sapa("add", "desa.csv");
    expect(first).toMatchObject({ status: 0, errors: "" });
    expect(first.out).toMatch(
      /^3525 Kabupaten Gresik: 1 kecamatan, 1 village; 1 new, 0 renamed, in .*data\/districts;/,
    );
    const file = join(directory, "data/districts/areas/desa_kelurahan.csv");
    expect(readFileSync(file, "utf8")).toBe("kode10,nama,jenis\n3525012001,Contohrejo,desa\n");
    expect(JSON.parse(sapa("add", "desa.csv", "--json").out)).toMatchObject({ added: 0, renamed: 0 });
  });

  it("names every wrong row and ends with 2", () => {
    writeFileSync(join(directory, "desa.csv"), "kode10,nama\n35,Baron\n3525012001,\n");
    const { status, out, errors } = sapa("add", "desa.csv");
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(errors.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^desa\.csv:2: code 35 must have 6 digits/),
      expect.stringMatching(/^desa\.csv:3: 3525012001: nama must be a name/),
    ]);
  });
});
