import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KEY_SETTINGS } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const HEADER = "nik,no_kk,nama,status_data,alasan";
const KK = "3524010201199901";
const nik = (index: number): string => `352401120385${9_000 + index}`;
const row = (index: number | string, name: string, more = "VALID,", kk = KK): string =>
  `${typeof index === "number" ? nik(index) : index},${kk},${name},${more}`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-named-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function importOf(...rows: string[]) {
  writeFileSync(join(directory, "list.csv"), [HEADER, ...rows].join("\n"));
  const allowed = ["--allow-unknown", "--allow-refused", "--dry-run"];
  const { out, errors } = await sapaHere(["import", "register", "list.csv", "--district", "lamongan", ...allowed], {
    cwd: directory,
    env: { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" },
  });
  const listed = () =>
    readFileSync(join(directory, "list.rejected.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(0, 2).join());
  return { out: out.split("\n"), errors, listed };
}

describe("rows that the summary counts are named in the summary and in the file", { timeout: 60_000 }, () => {
  it("rows that are valid with a reason, not valid without a reason, without a name, or a total", async () => {
    const { out, listed } = await importOf(
      row(1, "SUPARMAN", "VALID,meninggal"),
      row(2, "KASTURI", "TIDAK VALID,"),
      row(3, ""),
      row(4, "1250"),
      "JUMLAH,,4,x,y",
      row(5, "SUMINI", 'TIDAK VALID,"MENINGGAL; KTP_LAMA"'),
    );
    expect(out).toEqual(
      expect.arrayContaining([
        "1 row of titles, totals, signatures or nothing was passed over",
        "valid 0, to be repaired 3, not readable yet 0",
        "  (one person may have several)",
        "status valid but a reason given, to be repaired: 1 row (row 2)",
        '  "meninggal" 1: row 2',
        "status not valid and no reason given: 1 row (row 3)",
        expect.stringMatching(/^refused: the row has no name .*: 2 rows \(rows 4, 5\)$/),
      ]),
    );
    expect(listed()).toEqual(["2,VALID_WITH_REASON", "3,NO_REASON", "4,NO_NAME", "5,NO_NAME"]);
  });

  it("rows with a NIK of two people, and rows of one person who is both valid and not valid", async () => {
    const dead = "TIDAK VALID,MENINGGAL";
    const { out, listed } = await importOf(
      row(1, "SLAMET"),
      row(2, "PAIMIN"),
      row(2, "PAIMIN", dead),
      row(1, "WAGIMAN"),
      row(3, "SUMINI"),
      row(3, "Sumini", dead),
      row(3, "KASTURI"),
      row(1, "SLAMET"),
    );
    expect(out).toEqual(
      expect.arrayContaining([
        "one NIK with the names of different people, to be repaired (NIK_GANDA): 5 rows (rows 2, 5, 6, 7, 8)",
        "one person both valid and not valid, shown as not readable yet: 2 rows (rows 3, 4)",
        "one person both valid and not valid, and somebody else with the same NIK, to be repaired (NIK_GANDA): 2 rows (rows 6, 7)",
      ]),
    );
    expect(listed()).toEqual([
      "2,NIK_SHARED",
      "3,CONTRADICTED",
      "4,CONTRADICTED",
      "5,NIK_SHARED",
      "6,NIK_SHARED",
      "6,CONTRADICTED_SHARED",
      "7,NIK_SHARED",
      "7,CONTRADICTED_SHARED",
      "8,NIK_SHARED",
      "9,REPEATED",
    ]);
  });

  it("a word of a reason that the office's own status words take away", async () => {
    const own = join(directory, "data/districts/lamongan");
    mkdirSync(own, { recursive: true });
    const sourced = { source: "Surat contoh", checked_on: "2026-11-28", owner: "Dinas Sosial" };
    writeFileSync(
      join(own, "status-words.json"),
      JSON.stringify({ valid: [], invalid: ["TIDAK PADAN"], unread: [], ...sourced }),
    );
    expect((await importOf(row(1, "SUPARMAN", "TIDAK PADAN,"))).out).toContainEqual(
      expect.stringMatching(
        /^status-words\.json: "TIDAK PADAN" in the status column is read as invalid .* TIDAK_PADAN/,
      ),
    );
  });

  it("a name with a word for dead in a row with the status valid", async () => {
    const { out, listed } = await importOf(
      row(1, "SUPARMAN (MENINGGAL)"),
      row(2, "ALMH. SUMINI"),
      row(3, "KASTURI (ALM)", "TIDAK VALID,MENINGGAL"),
      row(4, "SITI AMINAH (JANDA ALM. BUDI)"),
    );
    expect(out).toContain("name that says dead beside a status that says valid, taken as valid: 2 rows (rows 2, 3)");
    expect(listed().filter((one) => one.endsWith("DEAD_BY_NAME"))).toEqual(["2,DEAD_BY_NAME", "3,DEAD_BY_NAME"]);
  });

  it("the summary explains an office's own status that is read as a NIK of two people", async () => {
    const { out } = await importOf(
      row(1, "SLAMET", "ganda,"),
      row(2, "PAIMIN", "GANDA,"),
      row(3, "SUMINI"),
      row(4, "A B"),
      row(4, "KASTURI"),
    );
    expect(out).toContain("  NIK_GANDA: 4");
    const [told = ""] = out.filter((line) => line.includes("own word"));
    expect(told).toMatch(
      /^ {2}NIK_GANDA of 2 people is the list's own word .*"valid" or "unread" in status-words\.json$/,
    );
    expect((await importOf(row(4, "SLAMET"), row(4, "KASTURI"))).out.join("\n")).not.toContain("own word");
  });

  it("at most five rows are named in the summary, and each row in the file", async () => {
    const people = ["SLAMET", "WAGIMAN", "PAIMIN", "KASTURI", "SUMINI", "TUKIRAN", "NGATEMI"];
    const { out, listed } = await importOf(...people.map((name) => row(1, name)));
    expect(out).toContain(
      "one NIK with the names of different people, to be repaired (NIK_GANDA): 7 rows (rows 2, 3, 4, 5, 6 ...)",
    );
    expect(listed()).toHaveLength(7);
  });

  it("one person in two spellings shares no NIK, and a guessed spelling is reported", async () => {
    const { out, listed } = await importOf(
      row(1, "MUHAMMAD ARIF"),
      row(1, "M. Arif"),
      row(2, "SITI  AMINAH"),
      row(2, "Hj. Siti Aminah"),
      row(3, "SUPARMAN"),
      row(3, "SUPERMAN"),
      row(4, "SUWARNO"),
      row(4, "SUWARNI"),
    );
    expect(out).toContain("valid 6, to be repaired 2, not readable yet 0");
    expect(out).toContain("one NIK with names that differ by one letter, read as one person: 2 rows (rows 6, 7)");
    expect(listed()).toEqual(["6,SPELT_TWICE", "7,SPELT_TWICE", "8,NIK_SHARED", "9,NIK_SHARED"]);
  });

  it("the summary explains why its lines count more unreadable rows than the figure", async () => {
    const { out } = await importOf(row(1, "SLAMET", "ANEH,"), row(1, "SLAMET", "ANEH,"), row("", "PAIMIN", "ANEH,"));
    expect(out).toEqual(
      expect.arrayContaining([
        "valid 0, to be repaired 1 (1 of them without a readable NIK), not readable yet 1",
        "  1 row more is told below as not readable yet: to be repaired without a readable NIK or with a shared one, or told twice",
        "1 person without a readable NIK; their own number finds nobody (row 4)",
        "status not mapped, shown as not readable yet: 2 rows (rows 2, 4)",
      ]),
    );
  });
});
