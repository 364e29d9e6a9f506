import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFindingCounter } from "../../src/imports/findings.ts";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const nik = (index: number): string => `352401120385${9_000 + index}`;
const KK = "3524010201199901";

let directory: string;
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), "sapa-findings-")));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function importOf(kind: "register" | "aid", rows: readonly string[], ...args: string[]) {
  const given = ["import", kind, "-", "--district", "lamongan", "--rejects", "rows.csv", ...args];
  const { status, out, errors } = await sapaHere(given, {
    cwd: directory,
    env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan", TMPDIR: directory },
    input: `${rows.join("\n")}\n`,
  });
  const listed = () => readFileSync(join(directory, "rows.csv"), "utf8").trim().split("\n").slice(1);
  return { code: status, lines: out.split("\n"), errors, listed };
}

describe("the unreadable parts of a register", { timeout: 60_000 }, () => {
  const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kecamatan,desa,status_data,alasan";
  const row = (
    index: number,
    cells: Partial<Record<"date" | "sex" | "kec" | "desa" | "status" | "why", string>> = {},
  ) => {
    const { date = "1985-03-12", sex = "L", kec = "Maduran", desa = "Blumbang", status = "VALID", why = "" } = cells;
    return [nik(index), KK, "WARGA", date, sex, kec, desa, status, why].join(",");
  };

  it("are reported for an unused column that holds reasons", async () => {
    const { lines, listed } = await importOf("register", [
      `${HEADER},Ket`,
      `${row(1)},MENINGGAL`,
      `${row(2)},Meninggal dunia`,
      `${row(3)},rumahnya di depan masjid`,
      `${row(4, { status: "TIDAK VALID", why: "meninggal" })},meninggal`,
      `${row(5)},pindah`,
    ]);
    const from = lines.findIndex((line) => line.startsWith("a column that is not used holds words of a reason"));
    expect(lines.slice(from, from + 3)).toEqual([
      'a column that is not used holds words of a reason, which these people do not read; where the column is meant, --mapping FILE with {"its name": "alasan"}: 3 rows (rows 2, 3, 6)',
      '  "Ket: MENINGGAL" 2: rows 2, 3',
      '  "Ket: PINDAH" 1: row 6',
    ]);
    expect(listed().filter((line) => line.includes("REASON_NOT_USED"))).toHaveLength(3);
  });

  it("are reported with their count, first rows and words, and the file has each row", async () => {
    const { code, lines, listed } = await importOf(
      "register",
      [
        HEADER,
        row(1),
        row(2, { desa: "Zzyxq Wetan" }),
        row(3, { desa: "Zzyxq Wetan" }),
        row(4, { desa: "Qqq" }),
        row(5, { kec: "Madurann" }),
        row(6, { date: "menyusul" }),
        row(7, { sex: "?" }),
        row(8, { status: "ANEH" }),
        row(9, { status: "TIDAK VALID", why: "=alasan baru" }),
      ],
      "--allow-unknown",
    );
    expect(code).toBe(0);
    const from = lines.indexOf("status not mapped, shown as not readable yet: 1 row (row 9)");
    expect(lines.slice(from, from + 12)).toEqual([
      "status not mapped, shown as not readable yet: 1 row (row 9)",
      '  "ANEH" 1: row 9',
      "reason not mapped, goes to a caseworker: 1 row (row 10)",
      '  "=alasan baru" 1: row 10',
      "village (desa) not known there, left out; the kecamatan stays where it is known: 3 rows (rows 3, 4, 5)",
      '  "Zzyxq Wetan (Maduran)" 2: rows 3, 4',
      '  "Qqq (Maduran)" 1: row 5',
      "kecamatan not known as it stands, read as the nearest or as the village's own: 1 row (row 6)",
      "  Madurann -> Maduran 1: row 6",
      "date of birth (tanggal_lahir) not readable, left out; the NIK's stays: 1 row (row 7)",
      "sex (jenis_kelamin) not readable, left out; the NIK's stays: 1 row (row 8)",
      expect.stringMatching(/^against the live list/),
    ]);
    expect(listed().map((line) => line.replace(/"taken[^"]*"/, "_"))).toEqual([
      '3,UNKNOWN_VILLAGE,_,"Zzyxq Wetan (Maduran)"',
      '4,UNKNOWN_VILLAGE,_,"Zzyxq Wetan (Maduran)"',
      '5,UNKNOWN_VILLAGE,_,"Qqq (Maduran)"',
      '6,GUESSED_KECAMATAN,_,"Madurann -> Maduran"',
      "7,BAD_BIRTH_DATE,_,",
      "8,BAD_SEX,_,",
      '9,UNKNOWN_STATUS,_,"ANEH"',
      `10,UNKNOWN_REASON,_,"'=alasan baru"`,
    ]);
    expect(listed().join()).not.toMatch(/\d{6}|WARGA|menyusul/);
  });

  it("are shown with at most twenty words, and with none for a column of other content", async () => {
    const name = (index: number) =>
      `Desa ${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}qx`;
    const some = await importOf("register", [
      HEADER,
      ...Array.from({ length: 25 }, (_, index) => row(index, { desa: name(index) })),
    ]);
    expect(some.lines).toContain("  5 more, 5 rows");
    const all = await importOf("register", [
      HEADER,
      ...Array.from({ length: 60 }, (_, index) => row(index, { desa: name(index) })),
    ]);
    expect(all.lines).toContain(
      "village (desa) not known there, left out; the kecamatan stays where it is known: 60 rows (rows 2, 3, 4, 5, 6 ...), 60 different words: does the column hold what its name says?",
    );
    expect(all.lines.join("\n")).not.toContain("qx");
  });

  it("of a stopped list are in a file whose path is printed", async () => {
    const { code, errors } = await importOf("register", [HEADER, row(1, { status: "ANEH" })]);
    expect(code).toBe(1);
    expect(errors).toMatch(/^nothing was changed: [^\n]+; rows to look at, by number and reason: rows\.csv\n$/);
  });
});

describe("the unreadable parts of an aid list", { timeout: 60_000 }, () => {
  it("are reported in the same way", async () => {
    const row = (
      index: number,
      cells: Partial<Record<"program" | "status" | "bulan" | "nominal" | "tanggal", string>> = {},
    ) => {
      const { program = "PKH", status = "TERSALUR", bulan = "2026-10", nominal = "1", tanggal = "" } = cells;
      return [nik(index), program, status, bulan, nominal, tanggal].join(",");
    };
    const { code, lines, listed } = await importOf(
      "aid",
      [
        "nik,program,status,bulan,nominal,tanggal",
        row(1),
        row(2, { program: "ZZZ" }),
        row(3, { status: "LUNAS" }),
        row(4, { status: "LUNAS" }),
        row(5, { bulan: "kemarin" }),
        row(6, { nominal: "banyak" }),
        row(7, { tanggal: "31/13/2026" }),
      ],
      "--allow-refused",
    );
    expect(code).toBe(0);
    expect(lines).toEqual(
      expect.arrayContaining([
        "refused: the status is none of DIRENCANAKAN, SIAP_SALUR, TERSALUR, GAGAL_SALUR, DIHENTIKAN; put these in the place of your words (Find and Replace in the sheet): 2 rows (rows 4, 5)",
        '  "LUNAS" 2: rows 4, 5',
        "refused: the month (column bulan) cannot be read; write it as 2021-04: 1 row (row 6)",
        '  "kemarin" 1: row 6',
        '  "banyak" 1: row 7',
        '  "31/13/2026" 1: row 8',
        "programme not known here, taken as it stands: 1 row (row 3)",
        '  "ZZZ" 1: row 3',
      ]),
    );
    expect(listed().map((line) => line.split(",").slice(0, 2).join())).toEqual([
      "3,UNKNOWN_PROGRAMME",
      "4,UNKNOWN_STATE",
      "5,UNKNOWN_STATE",
      "6,BAD_MONTH",
      "7,BAD_AMOUNT",
      "8,BAD_DATE",
    ]);
  });
});

it("findings are the same in any order of the rows", () => {
  const rows = fc.uniqueArray(
    fc.record({ row: fc.integer({ min: 2, max: 99 }), text: fc.constantFrom("a", "b", "c") }),
    {
      selector: ({ row }) => row,
      maxLength: 30,
    },
  );
  const found = (list: readonly { row: number; text: string }[]) => {
    const findings = openFindingCounter();
    for (const { row, text } of list) findings.add(row, "UNKNOWN_VILLAGE", text);
    return findings.found();
  };
  fc.assert(
    fc.property(rows, (list) => {
      expect(found(list.toReversed())).toEqual(found(list));
      const first = list.map(({ row }) => row).sort((a, b) => a - b);
      expect(found(list).UNKNOWN_VILLAGE?.rows ?? []).toEqual(first.slice(0, 5));
    }),
  );
});
