import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { headerOf } from "../../src/imports/rows/header.ts";
import { readRegisterRow } from "../../src/imports/rows/register-row.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { areas } from "../support/areas.ts";
import { KEY_SETTINGS, storeOptions } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";

const HEADER = "nik,no_kk,nama,kode_wilayah,status_data,alasan";
const KK = "3524010201199901";
const nik = (index: number): string => `352401120385${9_000 + index}`;
const row = (index: number, kk = KK, status = "VALID,"): string => `${nik(index)},${kk},WARGA,3524012001,${status}`;

const context = {
  today: "2026-11-23",
  areas,
  spellings: new Map([["meninggal", "MENINGGAL"] as const]),
  statuses: new Map([["valid", "valid"] as const, ["tidak valid", "invalid"] as const]),
};
const read = (no_kk: string, status = "VALID", reason = "") =>
  readRegisterRow(
    [nik(1), no_kk, "WARGA", status, reason],
    headerOf(["nik", "no_kk", "nama", "status_data", "alasan"], "register"),
    context,
  );

describe("a family card's number that cannot be read", () => {
  it.each([
    ["15 digits", "352401020119990", "KK_LENGTH"],
    ["17 digits", `${KK}1`, "KK_LENGTH"],
    ["a letter O for a nought", "35240102O1199901", "KK_IMPOSSIBLE"],
    ["a day that cannot be", "3524013313199901", "KK_IMPOSSIBLE"],
    ["words", "menyusul", "KK_IMPOSSIBLE"],
  ])("is named, and the person keeps the register's status: %s", (_, kk, kkFault) => {
    const [valid, invalid, unread] = [read(kk), read(kk, "TIDAK VALID", "meninggal"), read(kk, "?")];
    expect(valid).toMatchObject({ value: { valid: true, reasons: [] }, kkFault });
    expect(invalid).toMatchObject({ value: { valid: false, reasons: ["MENINGGAL"] }, kkFault });
    expect(unread).toMatchObject({ value: { valid: false, reasons: [], unread: true }, kkFault });
    for (const one of [valid, invalid, unread]) expect("value" in one && one.value).not.toHaveProperty("kk");
  });

  it.each(["", "-", "0000000000000000", "TIDAK ADA"])("is reported for an empty cell: %j", async (kk) =>
    expect(read(kk)).toMatchObject({ value: { valid: true }, kkFault: "NO_KK" }),
  );

  it("is no fault if it is whole, or if no column holds it", async () => {
    expect(read(KK)).not.toHaveProperty("kkFault");
    const header = headerOf(["nik", "nama", "status_data"], "register");
    expect(readRegisterRow([nik(1), "WARGA", "VALID"], header, context)).not.toHaveProperty("kkFault");
  });
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-card-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function importOf(...given: string[]) {
  const options = given.filter((one) => one.startsWith("--"));
  writeFileSync(join(directory, "list.csv"), given.filter((one) => !options.includes(one)).join("\n"));
  const args = ["import", "register", "list.csv", "--district", "lamongan", ...options];
  const env = { ...KEY_SETTINGS, DATA_DIR: "data", DISTRICTS: "lamongan" };
  const { out, errors } = await sapaHere(args, { cwd: directory, env });
  return { out: out.split("\n"), errors };
}

describe("the summary of a register", { timeout: 60_000 }, () => {
  it("counts unreadable family cards, and the file of rejected rows names their rows", async () => {
    const { out, errors } = await importOf(
      HEADER,
      row(1),
      row(2, "352401O20119990"),
      row(3, "352401020119990"),
      row(4),
    );
    expect({ errors, out }).toEqual({
      errors: "",
      out: expect.arrayContaining([
        "valid 4, to be repaired 0, not readable yet 0",
        "2 family-card numbers cannot be read (1 with too few or too many digits, 1 with letters or a date that cannot be); these people keep their status and read 'registered' only (rows 3, 4)",
      ]),
    });
    const listed = readFileSync(join(directory, "list.rejected.csv"), "utf8").trim().split("\n").slice(1);
    expect(listed.map((line) => line.split(",").slice(0, 2).join())).toEqual(["3,KK_IMPOSSIBLE", "4,KK_LENGTH"]);
    expect(listed.join()).not.toMatch(/\d{6}|WARGA/);
    const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
    const [found] = await store.recipientsByNik("lamongan", nik(2));
    await store.close();
    expect(found).toMatchObject({ valid: true, reasons: [] });
    expect(found).not.toHaveProperty("kk");
  });
});

describe("a register in which some have no family card", { timeout: 60_000 }, () => {
  it("counts these people, and the file of rejected rows names their rows", async () => {
    const { out } = await importOf(HEADER, row(1), row(2, ""), row(3, "-"), row(2, ""), row(4, "352401020119990"));
    expect(out).toContain("2 people without a family-card number; these people read 'registered' only (rows 3, 4)");
    expect(out.join("\n")).toContain("1 family-card number cannot be read");
    const listed = readFileSync(join(directory, "list.rejected.csv"), "utf8").trim().split("\n").slice(1);
    expect(listed.map((line) => line.split(",").slice(0, 2).join())).toEqual([
      "3,NO_KK",
      "4,NO_KK",
      "5,NO_KK",
      "5,REPEATED",
      "6,KK_LENGTH",
    ]);
  });

  it("uses the singular for one person", async () => {
    const { out } = await importOf(HEADER, row(1), row(2, ""));
    expect(out).toContain("1 person without a family-card number; this person reads 'registered' only (row 3)");
  });

  it("leaves out a card number that is the person's own NIK, and names its row", async () => {
    const { out } = await importOf(HEADER, row(1), row(2, nik(2)), row(3, nik(1)));
    expect(out).toContain(
      "1 family-card number is the person's own NIK, and not taken; this person reads 'registered' only (row 3)",
    );
    const listed = readFileSync(join(directory, "list.rejected.csv"), "utf8").trim().split("\n").slice(1);
    expect(listed.map((line) => line.split(",").slice(0, 2).join())).toEqual(["3,KK_IS_NIK"]);
    const store = await openSqlite(`sqlite:${join(directory, "data/sapa.db")}`, storeOptions());
    const [found] = await store.recipientsByNik("lamongan", nik(2));
    await store.close();
    expect(found).toMatchObject({ valid: true });
    expect(found).not.toHaveProperty("kk");
  });

  it("names no rows if there is no column for family cards", async () => {
    const { out } = await importOf("nik,nama,status_data", `${nik(1)},WARGA,VALID`);
    expect(out.join("\n")).not.toMatch(/without a family-card number|rows to look at/);
  });
});

describe("a register without a column that answers need", { timeout: 60_000 }, () => {
  it.each([
    [
      "no_kk, and one like it",
      ["NIK,Catatan,KK,Nama,Status Padan", `${nik(1)},x,${KK},WARGA,VALID`],
      'no column for no_kk: nobody can prove by a family card that a row is theirs, so citizens are asked for NIK and name and read \'registered\' only; if "KK" is meant, --mapping FILE with {"KK":"no_kk"}',
    ],
    [
      "no_kk, and none like it",
      ["NIK,Catatan,Nama,Status Padan", `${nik(1)},x,WARGA,VALID`],
      "no column for no_kk: nobody can prove by a family card that a row is theirs, so citizens are asked for NIK and name and read 'registered' only",
    ],
  ])("%s", async (_, lines, said) => {
    const { out } = await importOf(...lines);
    expect(out).toContain(said);
    expect(out).toContain("live now");
  });

  it("a column that is like status_data is named", async () => {
    const { out } = await importOf("--dry-run", "NIK,No KK,Nama,Keadaan,Status", `${nik(1)},${KK},WARGA,-,VALID`);
    expect(out).toContain(
      'no column for status_data: everybody with a readable NIK is shown as not readable yet; if "Status" is meant, --mapping FILE with {"Status":"status_data"}',
    );
    expect(out.join()).not.toContain("no column for no_kk");
  });
});
