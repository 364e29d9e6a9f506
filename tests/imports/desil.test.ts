import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Cell } from "../../src/imports/rows/cell.ts";
import { readDesil, readPeriod, readRank } from "../../src/imports/rows/desil.ts";
import { headerOf } from "../../src/imports/rows/header.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const TODAY = "2026-11-23";

describe("the rank of a family", () => {
  it.each<[Cell, number | undefined]>([
    [3, 3],
    ["3", 3],
    ["03", 3],
    ["3.0", 3],
    ["'3", 3],
    ['="3"', 3],
    ["10", 10],
    ["D3", 3],
    ["D-3", 3],
    ["desil-04", 4],
    ["Desil 3", 3],
    ["DESIL KE-3", 3],
    ["Desil III", 3],
    ["desil empat", 4],
    ["Kelompok Desil 1", 1],
    ["Desil 1 (sangat miskin)", 1],
    ["0", undefined],
    ["11", undefined],
    ["-3", undefined],
    ["3,5", undefined],
    ["30%", undefined],
    ["1-4", undefined],
    ["Desil 6-10", undefined],
    ["> 4", undefined],
    ["5+", undefined],
    ["3/4", undefined],
    ["belum ada", undefined],
    ["VALID", undefined],
    [new Date("2026-03-03"), undefined],
    ["-", undefined],
    [null, undefined],
  ])("%s is %s", (cell, desil) => expect(readRank(cell)).toBe(desil));

  it("is a number from 1 to 10 or undefined for any cell", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.integer(), fc.double()), (cell) => {
        const desil = readRank(cell);
        return desil === undefined || (Number.isInteger(desil) && desil >= 1 && desil <= 10);
      }),
    );
  });
});

describe("the quarter of a rank", () => {
  it.each<[Cell, string | undefined]>([
    ["TW III 2026", "2026-3"],
    ["TW 3 2026", "2026-3"],
    ["tw3-2026", "2026-3"],
    ["TW.III/2026", "2026-3"],
    ["Triwulan 3 2026", "2026-3"],
    ["Triwulan III Tahun 2026", "2026-3"],
    ["TRIWULAN KE-3 TAHUN 2026", "2026-3"],
    ["Triwulan Ketiga 2026", "2026-3"],
    ["2026 TW 3", "2026-3"],
    ["2026-3", "2026-3"],
    ["2026/3", "2026-3"],
    ["Q3 2026", "2026-3"],
    ["2026Q3", "2026-3"],
    ["September 2026", "2026-3"],
    ["Juli - September 2026", "2026-3"],
    ["Juli s.d. September 2026", "2026-3"],
    ["TW I 2027", "2027-1"],
    ["TW II 2027", undefined], // a later quarter
    ["TW III 2006", undefined],
    ["TW V 2026", undefined],
    ["TW III", undefined],
    ["2026", undefined],
    ["2026-03", undefined],
    ["03/2026", undefined],
    ["III/2026", undefined],
    ["Juni-Juli 2026", undefined],
    [new Date("2026-03-01"), undefined], // a spreadsheet's reading of "2026-3"
    [46082, undefined],
    ["-", undefined],
  ])("%s is %s", (cell, period) => expect(readPeriod(cell, TODAY)).toBe(period));

  it("is a quarter or undefined for any cell", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (cell) => {
        const period = readPeriod(cell, TODAY);
        return period === undefined || /^20\d\d-[1-4]$/.test(period);
      }),
    );
  });
});

it("a note about an unreadable cell shows its words, but no name and no number", () => {
  const notesOf = (desil: string) =>
    readDesil((column) => (column === "desil" ? desil : null), "SITI AMINAH", TODAY).notes;
  expect(notesOf("Desil 1-4")).toEqual([{ code: "BAD_DESIL", words: "Desil 1-4" }]);
  expect(notesOf("Siti Aminah")).toEqual([{ code: "BAD_DESIL" }]);
  expect(notesOf("3524015206799901")).toEqual([{ code: "BAD_DESIL" }]);
});

describe("the columns under their usual names", () => {
  const layout = (name: string) =>
    JSON.parse(readFileSync(join("districts/national/layouts", `${name}.json`), "utf8")) as Record<string, string>;

  it.each<[string, string, Record<string, string>?]>([
    ["desil", "periode"],
    ["DESIL DTSEN", "Periode Data"],
    ["Desil Nasional", "TRIWULAN"],
    ["Peringkat Kesejahteraan", "Periode DTSEN"],
    ["peringkat_desil", "triwulan", layout("siks-ng")],
    ["desil_nasional", "periode_dtsen", layout("dtks")],
    ["Kelompok Desil", "Triwulan", layout("bnba")],
  ])("%s and %s", (desil, period, mapping = {}) => {
    const { positions } = headerOf(["nik", "nama", desil, period], "register", mapping);
    expect(positions).toMatchObject({ desil: 2, periode: 3 });
  });
});

describe("a list with ranks", { timeout: 60_000 }, () => {
  let directory: string;
  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-desil-")));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("is imported, and its unreadable cells are reported", async () => {
    const row = (index: number, desil: string, period: string) =>
      [`352401120385${9_000 + index}`, "WARGA", "VALID", desil, period].join(",");
    const { status, out } = await sapaHere(
      ["import", "register", "-", "--district", "lamongan", "--rejects", "rows.csv"],
      {
        cwd: directory,
        env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan", TMPDIR: directory },
        input: `${["NIK,Nama,Status Padan,Desil DTSEN,Triwulan", row(1, "Desil 3", "TW III 2026"), row(2, "D4", "2026-03"), row(3, "1-4", ""), row(4, "", "")].join("\n")}\n`,
      },
    );
    expect(status).toBe(0);
    const lines = out.split("\n");
    expect(lines).toContain("2 people have a desil");
    expect(lines).toContain("desil not one number from 1 to 10, left out: 1 row (row 4)");
    expect(lines).toContain('  "1-4" 1: row 4');
    expect(lines).toContain("quarter of the desil (periode) not readable or to come, left out: 1 row (row 3)");
    const listed = readFileSync(join(directory, "rows.csv"), "utf8");
    expect(listed).toContain("write it as TW III 2026");
  });
});
