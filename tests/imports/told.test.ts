import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const nik = (index: number): string => `352401120385${9_000 + index}`;
const KK = "3524010201199901";
const TEN = Array.from({ length: 10 }, (_, index) => index);

let directory: string;
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-told-")));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function importOf(rows: readonly string[], { args = [], mapping }: { args?: string[]; mapping?: object } = {}) {
  if (mapping) writeFileSync(join(directory, "map.json"), JSON.stringify(mapping));
  const mapped = mapping ? ["--mapping", "map.json"] : [];
  const { status, out, errors } = await sapaHere(
    ["import", "register", "-", "--district", "lamongan", ...mapped, ...args],
    {
      cwd: directory,
      env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan", TMPDIR: directory },
      input: `${rows.join("\n")}\n`,
    },
  );
  return { code: status, out, errors };
}

const PLAIN = ["nik,no_kk,nama,status_data", ...TEN.map((index) => `${nik(index)},${KK},WARGA,VALID`)];

describe("a list without a status column", { timeout: 60_000 }, () => {
  const rows = (name: string) => [`nik,no_kk,nama,${name}`, ...TEN.map((index) => `${nik(index)},${KK},WARGA,PADAN`)];

  it("is refused, with the usual names of the column and both remedies", async () => {
    const { code, out, errors } = await importOf(rows("catatan"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(errors).toMatch(/^nothing was changed: there is no column status_data, [^\n]+\n$/);
    for (const name of ["status padan", "hasil padan", "status validasi data", "status dukcapil"])
      expect(errors).toContain(`"${name}"`);
    expect(errors).toContain('--mapping FILE with {"their name":"status_data"}');
    expect(errors).toContain("--allow-unknown takes everybody with a readable NIK as not readable yet");
    expect(errors).not.toMatch(/an empty cell|nobody has mapped/);
  });

  it("names the column that is perhaps meant", async () => {
    expect((await importOf(rows("Status"))).errors).toContain('--mapping FILE with {"Status":"status_data"}');
  });

  it("is taken with --allow-unknown, and no empty cell is reported", async () => {
    const { code, out } = await importOf(rows("catatan"), { args: ["--allow-unknown"] });
    expect(code).toBe(0);
    expect(out).toContain("no column for status_data: everybody with a readable NIK is shown as not readable yet");
    expect(out).not.toContain("an empty cell");
  });
});

describe("a mapping that names a missing column", { timeout: 60_000 }, () => {
  it("is refused if no column is read as that one, with the nearest name of the sheet", async () => {
    const rows = ["nik,Nomer Kartu,nama,status_data", ...PLAIN.slice(1)];
    const { code, errors } = await importOf(rows, { mapping: { "Nomor Kartu": "no_kk" } });
    expect({ code, errors }).toEqual({
      code: 1,
      errors:
        '--mapping names "Nomor Kartu" for no_kk, and the sheet has no such column; the nearest is "Nomer Kartu": correct the name in the file, or take it out\n',
    });
    expect(existsSync(join(directory, "data/register"))).toBe(true);
  });

  it("is named together with a missing required column", async () => {
    const rows = ["No Induk,no_kk,nama,status_data", ...PLAIN.slice(1)];
    const { code, errors } = await importOf(rows, { mapping: { "Nomor Induk": "nik" } });
    expect(code).toBe(1);
    expect(errors).toContain("missing column: nik; row 1 looks most like a header");
    expect(errors).toContain(
      '; --mapping names "Nomor Induk" for nik, and the sheet has no such column; the nearest is "No Induk". ',
    );
  });

  it("never shows a person's cell as the nearest name", async () => {
    const { errors } = await importOf([`${nik(0)},${KK},WARGA CONTOH,VALID`], { mapping: { Warga: "nama" } });
    expect(errors).toContain('--mapping names "Warga" for nama, and the sheet has no such column. ');
    expect(errors).not.toContain("WARGA CONTOH");
  });

  it("is named in the summary if the column has another name there", async () => {
    const { code, out } = await importOf(PLAIN, { mapping: { "Nomor Kartu": "no_kk", Program: "program" } });
    expect(code).toBe(0);
    expect(out).toContain(
      '--mapping names "Nomor Kartu" for no_kk, and the sheet has no such column; no_kk is read from another\n',
    );
    expect(out).not.toContain('"Program"');
  });
});

describe("a mapping's name", { timeout: 60_000 }, () => {
  it.each([
    ["that has two letters", "No", ["no_kk", "Nama", "status_data"]],
    ["that shares few letters", "Pengurus", ["no_kk", "Nama", "status_data", "Umur"]],
  ])("has no nearest name in the sheet: %s", async (_, name, header) => {
    const rows = [["Nik lama", ...header].join(","), ...PLAIN.slice(1)];
    const { errors } = await importOf(rows, { mapping: { [name]: "nik" } });
    expect(errors).toContain(`--mapping names "${name}" for nik, and the sheet has no such column. `);
  });
});

describe("a layout that shares no name with the sheet", { timeout: 60_000 }, () => {
  it("is named in one sentence with the missing columns", async () => {
    const rows = ["Identitas,Kartu,Orang,Keadaan", ...PLAIN.slice(1)];
    const { code, errors } = await importOf(rows, { args: ["--layout", "dtks"] });
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^none of the column names of --layout dtks is in the sheet; missing columns: nik, nama; [^\n]+ --layout bnba, siks-ng or opensid and --mapping FILE read other names\n$/,
    );
  });

  it("is named in the summary if the columns were read by other names", async () => {
    const { code, out } = await importOf(PLAIN, { args: ["--layout", "opensid"] });
    expect(code).toBe(0);
    expect(out).toContain(
      "none of the column names of --layout opensid is in the sheet, whose columns were read by their usual names\n",
    );
    expect((await importOf(PLAIN, { args: ["--layout", "bnba", "--allow-shrink"] })).out).not.toContain("--layout");
  });
});

describe("the figures of a summary add up", { timeout: 60_000 }, () => {
  const odd = (index: number, number: string, status: string) => `${number},${KK},WARGA ${index},${status}`;

  it("people without a NIK are among those with an unknown status", async () => {
    const rows = ["A", "B", "C", "D", "E", "F", "F"].map((status, index) =>
      odd(index, index > 4 ? "" : nik(index), status),
    );
    const { errors } = await importOf([PLAIN[0] ?? "", ...rows]);
    expect(errors).toContain('the status of 7 of 7 people (100 %) is in words that nobody has mapped ("F" 2, "A" 1, ');
    const [, listed = ""] = /mapped \(([^)]+)\)/.exec(errors) ?? [];
    const counts = [...listed.matchAll(/ (\d+)(?=,|$)/g)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7);
  });

  it("people to be repaired and not readable yet add up without a status column", async () => {
    const rows = TEN.map((index) => `${index < 3 ? "" : nik(index)},${KK},WARGA ${index}`);
    const { out } = await importOf(["nik,no_kk,nama", ...rows], { args: ["--allow-unknown"] });
    expect(out).toContain("valid 0, to be repaired 3 (3 of them without a readable NIK), not readable yet 7\n");
    expect(out).toContain("no column for status_data: everybody with a readable NIK is shown as not readable yet\n");
  });
});

describe("rows to look at, of a list from standard input", { timeout: 60_000 }, () => {
  it.each([
    ["3.52401E+15", KK],
    [nik(20), '"3,52401E+15"'],
  ])("name the path of their file, which explains the damaged number: %s %s", async (first, card) => {
    const { out } = await importOf([...PLAIN, `${first},${card},WARGA,VALID`], { args: ["--allow-refused"] });
    const path = join(directory, "data/rejected-register-lamongan.csv");
    expect(out).toContain(`rows to look at, by number and reason: ${path}\n`);
    expect(readFileSync(path, "utf8")).toMatch(/^12,DAMAGED_NUMBER,"a spreadsheet has rounded .* column as text/m);
  });
});

describe("a dry run without a store", { timeout: 60_000 }, () => {
  it.each([
    ["of a whole list", PLAIN, 0, ""],
    ["of an unreadable list", ["a,b", "1,2"], 1, "missing columns: "],
  ])("%s creates no store and leaves nothing", async (_, rows, code, errors) => {
    const found = await importOf(rows, { args: ["--dry-run"] });
    expect(found).toMatchObject({ code, errors: expect.stringContaining(errors) });
    expect(readdirSync(directory)).toEqual([]);
  });

  it("gives the same summary as with a store", async () => {
    const before = await importOf(PLAIN, { args: ["--dry-run"] });
    expect((await importOf(["nik,nama", `${nik(50)},LAIN`])).code).toBe(1); // makes the store without a live list
    expect(await importOf(PLAIN, { args: ["--dry-run"] })).toEqual(before);
    expect(before.out).toContain("10 new, 0 changed, 0 gone");
  });
});

describe("a stopped list says each thing once", { timeout: 60_000 }, () => {
  it("the reason why rows were refused is named once, with the rows", async () => {
    const nobody = [1, 2, 3, 4, 5, 6].map((index) => `${nik(index)},${KK},,VALID`);
    const { code, errors } = await importOf([...PLAIN, ...nobody, "3.52E+15,x,WARGA,VALID"]);
    expect(code).toBe(1);
    expect(errors.match(/the row has no name/g)).toHaveLength(1);
    expect(errors).toMatch(/write the name as on the card: rows (\d+, ){4}\d+ \.\.\.\); --allow-refused/);
    expect(errors).toMatch(/the last digits are lost: row \d+; the row has no name/);
  });

  it("the unknown reasons of rows with VALID are named, without VALID", async () => {
    const rows = [
      "nik,no_kk,nama,status_data,alasan",
      ...[1, 2, 3].map((index) => `${nik(index)},${KK},WARGA,VALID,aneh`),
    ];
    const { code, errors } = await importOf(rows);
    expect(code).toBe(1);
    expect(errors).toContain(
      'nothing was changed: 3 of 3 people (100 %) are called valid beside a reason in words that nobody has mapped ("aneh" 3), which the spellings in reasons.json of your folder map (DATA_DIR/districts/lamongan); --allow-unknown keeps them as not readable yet',
    );
    expect(errors).not.toContain('"VALID"');
    const { out } = await importOf(rows, { args: ["--allow-unknown"] });
    expect(out).toContain("valid 0, to be repaired 0, not readable yet 3\n");
    expect(out).toContain(
      'status valid but a reason given that is not mapped, shown as not readable yet: 3 rows (rows 2, 3, 4)\n  "aneh" 3: rows 2, 3, 4\n',
    );
    expect(out).not.toMatch(/status not mapped|told below/);
  });
});

describe("a list that ends in the middle of a row", { timeout: 60_000 }, () => {
  it("is reported as cut and stopped unless --allow-cut says so, but not a list with such a row before its end", async () => {
    const many = Array.from({ length: 30 }, (_, index) => `${nik(index)},${KK},WARGA ${index},VALID`);
    const [header = ""] = PLAIN;
    const cut = await importOf([header, ...many, `${nik(40)},${KK.slice(0, 9)}`]);
    expect(cut.code).toBe(1);
    expect(cut.errors).toContain(
      "nothing was changed: this register perhaps ends in the middle, in row 32: fetch the whole file; if nothing is missing, say --allow-cut",
    );
    const meant = await importOf([header, ...many, `${nik(40)},${KK.slice(0, 9)}`], { args: ["--allow-cut"] });
    expect([meant.code, meant.out]).toEqual([0, expect.stringMatching(/^live now$/m)]);
    expect(meant.out).toMatch(
      /^the last row \(32\) has another number of columns than the header: perhaps the file was cut/m,
    );
    const before = await importOf([header, ...many.slice(0, 9), `${nik(40)},${KK}`, ...many.slice(9)]);
    expect(before.out).toContain("1 refused");
    expect(before.out).not.toContain("cut");
  });
});
