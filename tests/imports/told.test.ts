import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHILD_ENVIRONMENT } from "../support/child-environment.ts";
import { KEY_SETTINGS } from "../support/keys.ts";

const SAPA = join(import.meta.dirname, "../../src/cli/sapa.ts");
const nik = (index: number): string => `352401120385${9_000 + index}`;
const KK = "3524010201199901";
const TEN = Array.from({ length: 10 }, (_, index) => index);

let directory: string;
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-told-")));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function importOf(rows: readonly string[], { args = [], mapping }: { args?: string[]; mapping?: object } = {}) {
  if (mapping) writeFileSync(join(directory, "map.json"), JSON.stringify(mapping));
  const mapped = mapping ? ["--mapping", "map.json"] : [];
  const given = [SAPA, "import", "register", "-", "--district", "lamongan", ...mapped, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, {
    cwd: directory,
    env: { ...CHILD_ENVIRONMENT, ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan", TMPDIR: directory },
    input: `${rows.join("\n")}\n`,
    encoding: "utf8",
  });
  return { code: status, out: stdout, errors: stderr };
}

const PLAIN = ["nik,no_kk,nama,status_data", ...TEN.map((index) => `${nik(index)},${KK},WARGA,VALID`)];

describe("a list without a status column", { timeout: 60_000 }, () => {
  const rows = (name: string) => [`nik,no_kk,nama,${name}`, ...TEN.map((index) => `${nik(index)},${KK},WARGA,PADAN`)];

  it("is refused for that, with the names that are read and both ways on", () => {
    const { code, out, errors } = importOf(rows("catatan"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(errors).toMatch(/^nothing was changed: there is no column status_data, [^\n]+\n$/);
    for (const name of ["status padan", "hasil padan", "status validasi data", "status dukcapil"])
      expect(errors).toContain(`"${name}"`);
    expect(errors).toContain('--mapping FILE with {"their name":"status_data"}');
    expect(errors).toContain("--allow-unknown takes everybody as not readable yet");
    expect(errors).not.toMatch(/an empty cell|nobody has mapped/);
  });

  it("names the column that is perhaps meant", () => {
    expect(importOf(rows("Status")).errors).toContain('--mapping FILE with {"Status":"status_data"}');
  });

  it("goes on with --allow-unknown, and tells of no empty cell", () => {
    const { code, out } = importOf(rows("catatan"), { args: ["--allow-unknown"] });
    expect(code).toBe(0);
    expect(out).toContain("no column for status_data: everybody is shown as not readable yet");
    expect(out).not.toContain("an empty cell");
  });
});

describe("a mapping that names a column which is not there", { timeout: 60_000 }, () => {
  it("is refused where nothing else is read as that column, with the nearest of the sheet", () => {
    const rows = ["nik,Nomer Kartu,nama,status_data", ...PLAIN.slice(1)];
    const { code, errors } = importOf(rows, { mapping: { "Nomor Kartu": "no_kk" } });
    expect({ code, errors }).toEqual({
      code: 1,
      errors:
        '--mapping names "Nomor Kartu" for no_kk, and the sheet has no such column; the nearest is "Nomer Kartu": correct the name in the file, or take it out\n',
    });
    expect(existsSync(join(directory, "data/register"))).toBe(true);
  });

  it("is told beside a column that must be there", () => {
    const rows = ["No Induk,no_kk,nama,status_data", ...PLAIN.slice(1)];
    const { code, errors } = importOf(rows, { mapping: { "Nomor Induk": "nik" } });
    expect(code).toBe(1);
    expect(errors).toContain("missing column: nik; row 1 looks most like a header");
    expect(errors).toContain(
      '; --mapping names "Nomor Induk" for nik, and the sheet has no such column; the nearest is "No Induk". ',
    );
  });

  it("never shows a person's cell as the nearest", () => {
    const { errors } = importOf([`${nik(0)},${KK},WARGA CONTOH,VALID`], { mapping: { Warga: "nama" } });
    expect(errors).toContain('--mapping names "Warga" for nama, and the sheet has no such column. ');
    expect(errors).not.toContain("WARGA CONTOH");
  });

  it("is told in the summary where the column has another name there", () => {
    const { code, out } = importOf(PLAIN, { mapping: { "Nomor Kartu": "no_kk", Program: "program" } });
    expect(code).toBe(0);
    expect(out).toContain(
      '--mapping names "Nomor Kartu" for no_kk, and the sheet has no such column; the nearest is "no_kk"; no_kk is read from another\n',
    );
    expect(out).not.toContain('"Program"');
  });
});

describe("rows to look at, of a list from standard input", { timeout: 60_000 }, () => {
  it.each([
    ["3.52401E+15", KK],
    [nik(20), '"3,52401E+15"'],
  ])("tells where their file lies, and there what a spreadsheet did: %s %s", (first, card) => {
    const { out } = importOf([...PLAIN, `${first},${card},WARGA,VALID`], { args: ["--allow-refused"] });
    const path = join(directory, "rejected.csv");
    expect(out).toContain(`rows to look at, by number and reason: ${path}\n`);
    expect(readFileSync(path, "utf8")).toMatch(/^12,DAMAGED_NUMBER,"a spreadsheet has rounded .* column as text/m);
  });
});

describe("a dry run where no store is", { timeout: 60_000 }, () => {
  it.each([
    ["of a list that is whole", PLAIN, 0, ""],
    ["of one that cannot be read", ["a,b", "1,2"], 1, "missing columns: "],
  ])("%s makes none and leaves nothing", (_, rows, code, errors) => {
    const found = importOf(rows, { args: ["--dry-run"] });
    expect(found).toMatchObject({ code, errors: expect.stringContaining(errors) });
    expect(readdirSync(directory)).toEqual([]);
  });

  it("tells the same as where one is", () => {
    const before = importOf(PLAIN, { args: ["--dry-run"] });
    expect(importOf(["nik,nama", `${nik(50)},LAIN`]).code).toBe(1); // makes the store, and no list is live
    expect(importOf(PLAIN, { args: ["--dry-run"] })).toEqual(before);
    expect(before.out).toContain("10 new, 0 changed, 0 gone");
  });
});
