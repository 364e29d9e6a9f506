import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAboutNobody } from "../../src/imports/rows/about-nobody.ts";
import { readAidRow } from "../../src/imports/rows/aid-row.ts";
import { type Cell, readAmount } from "../../src/imports/rows/cell.ts";
import { readDate, readMonth } from "../../src/imports/rows/date.ts";
import { headerOf } from "../../src/imports/rows/header.ts";
import { readRegisterRow } from "../../src/imports/rows/register-row.ts";
import type { Note } from "../../src/imports/rows/row-findings.ts";
import type { ReasonText } from "../../src/register/reasons.ts";
import { StatusWords, spellingsOf, statusesOf } from "../../src/register/status-words.ts";
import { REASONS } from "../../src/vocabulary/lists.ts";
import { anyCharacter } from "../support/any-character.ts";
import { areas, DISTRICTS } from "../support/areas.ts";

const texts = JSON.parse(readFileSync(join(DISTRICTS, "national/reasons.json"), "utf8")) as ReasonText[];
const statusWords = StatusWords.parse(JSON.parse(readFileSync(join(DISTRICTS, "national/status-words.json"), "utf8")));
const context = {
  today: "2026-11-23",
  areas,
  spellings: spellingsOf(texts),
  statuses: statusesOf([statusWords], texts),
};
const NIK = "3524015206799901";
const KK = "3524010201199901";

const REGISTER = {
  nik: NIK,
  no_kk: KK,
  nama: "SITI AMINAH",
  tanggal_lahir: "1979-06-12",
  jenis_kelamin: "P",
  kode_wilayah: "3524012001",
  alamat: "Dusun Krajan",
  status_data: "VALID",
  alasan: "",
};
const AID = {
  nik: NIK,
  program: "pkh",
  tahap: "4",
  bulan: "2026-10",
  nominal: "750000",
  penyalur: "PT Pos",
  status: "TERSALUR",
  keterangan: "",
  tanggal: "2026-10-14",
  tempat: "",
  batas_ambil: "",
};
const register = (over: Partial<Record<keyof typeof REGISTER, Cell>> = {}) =>
  readRegisterRow(Object.values({ ...REGISTER, ...over }), headerOf(Object.keys(REGISTER), "register"), context);
const aid = (over: Partial<Record<keyof typeof AID, Cell>> = {}) =>
  readAidRow(Object.values({ ...AID, ...over }), headerOf(Object.keys(AID), "aid"), context);

describe("a formula without its result", () => {
  it.each<keyof typeof REGISTER>(["nik", "no_kk", "nama", "tanggal_lahir", "kode_wilayah", "status_data", "alasan"])(
    "refuses a row of the register: %s",
    (column) => expect(register({ [column]: "=A2&B2" })).toEqual({ rejected: "FORMULA" }),
  );
  it.each<keyof typeof AID>(["nik", "program", "bulan", "nominal", "status", "tanggal", "batas_ambil"])(
    "refuses a payment: %s",
    (column) => expect(aid({ [column]: "= +A2" })).toEqual({ rejected: "FORMULA" }),
  );
  it.each<[string, Cell]>([
    ["a text", `="${NIK}"`],
    ["a text in single quotes", `='${NIK}'`],
  ])("is not %s", (_, nik) => expect(register({ nik })).toMatchObject({ value: { nik: NIK } }));
  it.each(["=alasan baru", "=dan/atau", "=nama (alm)", "=RT 5"])("is not an office's words: %s", (alasan) =>
    expect(register({ status_data: "TIDAK VALID", alasan })).toMatchObject({ value: { valid: false } }),
  );
  it.each(["=SUM(A1:B2)", "=Sheet1!A1", "=$A$1", "={A1:A2}", "=AB12"])("is of any form: %s", (alasan) =>
    expect(register({ alasan })).toEqual({ rejected: "FORMULA" }),
  );
});

describe("a row of the register", () => {
  it("is read whole", () => {
    expect(register()).toEqual({
      value: {
        nik: NIK,
        kk: KK,
        name: "SITI AMINAH",
        birthDate: "1979-06-12",
        sex: "female",
        area: "3524012001",
        address: "Dusun Krajan",
        valid: true,
        reasons: [],
      },
      unmapped: [],
      notes: [],
    });
  });

  it.each([
    ["no KK", { no_kk: "" }, { valid: true, reasons: [] }],
    ["a NIK in groups", { nik: "3524 0152 0679 9901" }, { nik: NIK, valid: true }],
    ["a NIK of 15 digits", { nik: "352401520679990" }, { valid: false, reasons: ["TIDAK_DIKETAHUI"] }],
    [
      "a NIK that is none, with a reason",
      { nik: "3524017206799901", alasan: "ganda" },
      { valid: false, reasons: ["NIK_GANDA"] },
    ],
    ["no NIK, a name", { nik: "" }, { nik: "", valid: false, reasons: ["TIDAK_DIKETAHUI"] }],
    ["an impossible KK", { no_kk: "123" }, { valid: true, reasons: [] }],
    ["not valid without a reason", { status_data: "TIDAK_VALID" }, { valid: false, reasons: ["TIDAK_DIKETAHUI"] }],
    ["an unknown status", { status_data: "?" }, { valid: false, reasons: [], unread: true }],
    ["no status", { status_data: "" }, { valid: false, reasons: [], unread: true }],
    ["no status, a reason", { status_data: "", alasan: "meninggal" }, { valid: false, reasons: ["MENINGGAL"] }],
    ["valid, with an unknown reason", { alasan: "cek lagi" }, { valid: false, reasons: [], unread: true }],
    ["PADAN", { status_data: "PADAN" }, { valid: true, reasons: [] }],
    ["aktif", { status_data: "aktif" }, { valid: true, reasons: [] }],
    ["v", { status_data: "v" }, { valid: true, reasons: [] }],
    ["a status that is a reason", { status_data: "MENINGGAL" }, { valid: false, reasons: ["MENINGGAL"] }],
    ["BELUM PADAN", { status_data: "BELUM PADAN" }, { valid: false, reasons: ["TIDAK_PADAN"] }],
    ["TDK PADAN", { status_data: "TDK PADAN" }, { valid: false, reasons: ["TIDAK_PADAN"] }],
    ["tdk sesuai", { status_data: "tdk sesuai" }, { valid: false, reasons: ["TIDAK_DIKETAHUI"] }],
    ["a status of the account, not of the data", { status_data: "NON AKTIF" }, { valid: false, unread: true }],
    ["an unknown status and an impossible NIK", { status_data: "?", nik: "123" }, { reasons: ["TIDAK_DIKETAHUI"] }],
    ["an apostrophe before the NIK", { nik: `'${NIK}`, no_kk: `'${KK}` }, { nik: NIK, kk: KK, valid: true }],
    ["curly quotes", { nik: `\u201c${NIK}\u201d`, no_kk: `\u2018${KK}\u2019` }, { nik: NIK, kk: KK, valid: true }],
    ["a backtick", { nik: `\`${NIK}` }, { nik: NIK, valid: true }],
    ["a formula", { nik: `="${NIK}"` }, { nik: NIK, valid: true }],
    ["a fraction", { nik: `${NIK}.0`, no_kk: `${KK},00` }, { nik: NIK, kk: KK, valid: true }],
    ["dots as SIAK writes them", { nik: "352401.520679.9901" }, { nik: NIK, valid: true }],
    ["a nought for no NIK", { nik: "0", alasan: "KTP lama" }, { nik: "", valid: false, reasons: ["KTP_LAMA"] }],
    ["sixteen noughts for no KK", { no_kk: "0000000000000000" }, { valid: true }],
    ["TIDAK ADA for no NIK", { nik: "TIDAK ADA", alasan: "KTP lama" }, { nik: "", reasons: ["KTP_LAMA"] }],
    ["a dash for no KK", { no_kk: "-" }, { valid: true }],
    ["a date with a name", { tanggal_lahir: "12 Juni 1979" }, { birthDate: "1979-06-12" }],
    ["a date of two digits", { tanggal_lahir: "12/06/79" }, { birthDate: "1979-06-12" }],
    ["a spreadsheet's day", { tanggal_lahir: 29018 }, { birthDate: "1979-06-12" }],
    ["valid, with a reason", { alasan: "MENINGGAL" }, { valid: false, reasons: ["MENINGGAL"] }],
    ["two reasons", { alasan: "KTP lama; pindah" }, { valid: false, reasons: ["KTP_LAMA", "PINDAH"] }],
    ["a dash for no reason", { alasan: "-" }, { valid: true, reasons: [] }],
    ["a date in local form", { tanggal_lahir: "12/06/1979" }, { birthDate: "1979-06-12" }],
    ["no date: the NIK's", { tanggal_lahir: "" }, { birthDate: "1979-06-12" }],
    ["no sex: the NIK's", { jenis_kelamin: "" }, { sex: "female" }],
    ["a man", { jenis_kelamin: "Laki-laki" }, { sex: "male" }],
    ["dots in the area code", { kode_wilayah: "35.24.01.2001" }, { area: "3524012001" }],
  ])("%s", (_, over, expected) => {
    expect(register(over)).toMatchObject({ value: expected });
  });

  it("keeps an office's unmapped words for a caseworker", () => {
    expect(register({ alasan: "aneh sekali; KTP lama" })).toMatchObject({
      value: { valid: false, reasons: ["KTP_LAMA", "TIDAK_DIKETAHUI"] },
      unmapped: ["aneh sekali"],
    });
  });

  it("masks a number among these words", () => {
    expect(register({ alasan: `dobel ${NIK}` })).toMatchObject({ unmapped: ["dobel ••••••••••••••01"] });
  });

  it.each([
    ["nobody", { nik: "", no_kk: "", nama: "" }, "NOBODY"],
    ["a number a spreadsheet has damaged", { nik: "3,52E+15" }, "DAMAGED_NUMBER"],
    ["the same with a dot", { nik: "3.52401520679E+15" }, "DAMAGED_NUMBER"],
    ["a KK it has damaged", { no_kk: "3.5E15" }, "DAMAGED_NUMBER"],
    ["a NIK in a numeric cell", { nik: 3524015206799900 }, "DAMAGED_NUMBER"],
    ["an empty name", { nama: "" }, "NO_NAME"],
    ["a name of digits only", { nama: "1.250" }, "NO_NAME"],
    ["control characters", { nama: "SITI\u0000AMINAH" }, "UNREADABLE"],
  ])("is refused: %s", (_, over, rejected) => {
    expect(register(over)).toEqual({ rejected });
  });

  it.each<[string, Parameters<typeof register>[0], Note[]]>([
    ["a date of birth, whose words are a person's", { tanggal_lahir: "kira-kira 1979" }, [{ code: "BAD_BIRTH_DATE" }]],
    ["a sex", { jenis_kelamin: "?" }, [{ code: "BAD_SEX" }]],
    ["a status", { status_data: "ANEH" }, [{ code: "UNKNOWN_STATUS", words: "ANEH" }]],
    ["an empty status, of which there are no words to map", { status_data: "-" }, [{ code: "NO_STATUS" }]],
    [
      "a status that the office wants to look at",
      { status_data: "NON AKTIF" },
      [{ code: "HELD_STATUS", words: "NON AKTIF" }],
    ],
    ["a reason", { status_data: "TIDAK_VALID", alasan: "KTP lama; aneh" }, [{ code: "UNKNOWN_REASON", words: "aneh" }]],
    ["valid with a reason", { alasan: "meninggal" }, [{ code: "VALID_WITH_REASON", words: "meninggal" }]],
    [
      "valid with an unknown reason, of which the reason is what nobody knows",
      { alasan: "aneh; ganjil" },
      [
        { code: "VALID_UNKNOWN_REASON", words: "aneh" },
        { code: "VALID_UNKNOWN_REASON", words: "ganjil" },
      ],
    ],
    [
      "valid with a reason of which half is known",
      { alasan: "meninggal; aneh" },
      [
        { code: "VALID_WITH_REASON", words: "meninggal; aneh" },
        { code: "UNKNOWN_REASON", words: "aneh" },
      ],
    ],
    ["valid with an empty reason", { alasan: " / " }, []],
    [
      "who withdrew was not judged well-off",
      { status_data: "TIDAK VALID", alasan: "Mengundurkan diri" },
      [{ code: "UNKNOWN_REASON", words: "Mengundurkan diri" }],
    ],
    ["a date of birth to come", { tanggal_lahir: "2079-06-12" }, [{ code: "IMPOSSIBLE_BIRTH_DATE" }]],
    ["a date of birth of 200 years ago", { tanggal_lahir: "12-06-1779" }, [{ code: "IMPOSSIBLE_BIRTH_DATE" }]],
    ["a date of birth that no calendar has", { tanggal_lahir: "31-02-1979" }, [{ code: "BAD_BIRTH_DATE" }]],
    ["another date of birth than the NIK's", { tanggal_lahir: "1979-12-06" }, [{ code: "NOT_NIKS_BIRTH_DATE" }]],
    ["another sex than the NIK's", { jenis_kelamin: "L" }, [{ code: "NOT_NIKS_SEX" }]],
    ["neither for an impossible NIK", { nik: NIK.slice(1), tanggal_lahir: "1979-12-06", jenis_kelamin: "L" }, []],
    ["not valid and no reason", { status_data: "TIDAK VALID" }, [{ code: "NO_REASON" }]],
    [
      "an area's code with letters alone",
      { kode_wilayah: "lihat KK" },
      [{ code: "UNKNOWN_AREA_CODE", words: "lihat KK" }],
    ],
  ])("notes a cell that could not be read: %s", (_, over, notes) => {
    expect(register(over)).toMatchObject({ notes });
  });

  it("keeps the list's date of birth and sex over the NIK's, unless the list's are impossible", () => {
    const other = register({ tanggal_lahir: "1979-12-06", jenis_kelamin: "L" });
    expect(other).toMatchObject({ value: { birthDate: "1979-12-06", sex: "male", valid: true } });
    expect(register({ tanggal_lahir: "2079-06-12" })).toMatchObject({ value: { birthDate: "1979-06-12" } });
  });

  it("accepts empty cells after the last column", () => {
    const header = headerOf(Object.keys(REGISTER), "register");
    expect(readRegisterRow([...Object.values(REGISTER), "", null], header, context)).toMatchObject({
      value: { nik: NIK },
    });
  });

  it.each([
    ["a total", ["JUMLAH", "", "", "", "", "", "1.234", "", ""], true],
    ["a total with a count for a name", ["JUMLAH", "", "1.250", "", "", "", "x", "y", ""], true],
    ["a total in the name's cell", ["", "", "Jumlah KPM", "", "12", "", "13", "25", ""], true],
    ["a sum with a colon", ["Grand Total:", "", "", "12", "", "", "13", "25", ""], true],
    ["a person beside such a word", ["JUMLAH", "", "TOTOK", "", "", "", "x", "VALID", ""], false],
    ["a person of such a name", ["", "", "JUMLAHWATI", "", "", "", "x", "VALID", ""], false],
    ["a NIK beside such a word", [NIK, "", "", "", "", "", "x", "VALID", "Jumlah"], false],
    ["a signature", ["", "", "", "", "", "", "Lamongan, 20 April 2021", "", ""], true],
    ["an empty row", Array(9).fill(""), true],
    ["a blank line", [""], true],
    ["the columns' count", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"], true],
    ["a person", Object.values(REGISTER), false],
    ["a NIK alone", [NIK, "", "", "", "", "", "", "", ""], false],
    ["a person without numbers", ["", "", "PAIMIN", "1950-01-01", "L", "3524012001", "", "TIDAK_VALID", ""], false],
  ])("%s is about no person: %s", (_, cells, expected) => {
    expect(isAboutNobody(cells as Cell[], headerOf(Object.keys(REGISTER), "register"))).toBe(expected);
  });

  it.each([8, 10])("is refused with %i columns", (width) => {
    const cells = Array.from({ length: width }, () => "x");
    const header = headerOf(Object.keys(REGISTER), "register");
    expect(readRegisterRow(cells, header, context)).toEqual({ rejected: "WRONG_COLUMNS" });
  });
});

describe("reasons", () => {
  it.each(REASONS)("%s is read in any case, and with spaces", (reason) => {
    for (const text of [reason, reason.toLowerCase(), reason.replaceAll("_", " ")]) {
      expect(register({ alasan: text }), text).toMatchObject({ value: { reasons: [reason] }, unmapped: [] });
    }
  });

  it.each(texts.flatMap(({ reason, spellings }) => spellings.map((text) => [text, reason] as const)))(
    "%s is %s",
    (text, reason) => {
      expect(register({ alasan: `  ${text.toUpperCase()}. ` })).toMatchObject({
        value: { reasons: [reason] },
        unmapped: [],
      });
    },
  );
});

describe("a row of an aid list", () => {
  it("is read whole", () => {
    expect(aid({ keterangan: "lunas", tempat: "Balai desa", batas_ambil: "31/12/2026" })).toEqual({
      value: {
        nik: NIK,
        programme: "PKH",
        stage: "4",
        month: "2026-10",
        amount: 750_000,
        payer: "PT Pos",
        state: "TERSALUR",
        note: "lunas",
        paidOn: "2026-10-14",
        place: "Balai desa",
        lastDay: "2026-12-31",
      },
      unmapped: [],
      notes: [],
    });
  });

  it.each([
    ["a status in small letters", { status: "siap salur" }, { state: "SIAP_SALUR" }],
    ["an amount with dots", { nominal: "Rp 1.250.000,00" }, { amount: 1_250_000 }],
    ["a stage with the word", { tahap: "Tahap 4" }, { stage: "4" }],
    ["a stage with words and signs", { tahap: "THP. KE-12" }, { stage: "12" }],
    ["a stage without a number", { tahap: "Tahap" }, { stage: "Tahap" }],
    ["a stage of another name", { tahap: "Tahapan akhir" }, { stage: "Tahapan akhir" }],
    ["a month in words", { bulan: "April 2021" }, { month: "2021-04" }],
    ["a NIK that fails its test", { nik: "352401520679990" }, { nik: "352401520679990" }],
  ])("%s", (_, over, expected) => expect(aid(over)).toMatchObject({ value: expected }));

  it.each([
    ["no NIK", { nik: "" }, "NOBODY"],
    ["a damaged NIK", { nik: "3,52E+15" }, "DAMAGED_NUMBER"],
    ["no programme", { program: "" }, "NO_PROGRAMME"],
    ["an unknown status", { status: "LUNAS" }, "UNKNOWN_STATE"],
    ["an impossible month", { bulan: "2021-13" }, "BAD_MONTH"],
    ["a text that is no amount", { nominal: "banyak" }, "BAD_AMOUNT"],
    ["a negative amount", { nominal: "-5000" }, "BAD_AMOUNT"],
    ["an impossible day", { tanggal: "2026-02-30" }, "BAD_DATE"],
    ["a text that is no last day", { batas_ambil: "besok" }, "BAD_LAST_DAY"],
  ])("is refused: %s", (_, over, rejected) => expect(aid(over)).toMatchObject({ rejected }));
});

describe("cells", () => {
  it.each([
    ["2021-04-20", "2021-04-20"],
    ["20/04/2021", "2021-04-20"],
    ["5-4-2021", "2021-04-05"],
    ["20.04.2021", "2021-04-20"],
    ["31/04/2021", undefined],
    ["2021-4-20", "2021-04-20"],
    ["20-Apr-21", "2021-04-20"],
    ["20 April 2021", "2021-04-20"],
    ["20210420", "2021-04-20"],
    ["2021-04-20 00:00:00", "2021-04-20"],
    ["2021-04-20T00:00:00.000Z", "2021-04-20"],
    ["44306", "2021-04-20"],
    ["", undefined],
    ["-", undefined],
    ["4430", undefined],
    ["20 Smarch 2021", undefined],
  ])("date %s", (text, expected) => expect(readDate(text)).toBe(expected));

  it.each([
    ["2021-04", "2021-04"],
    ["04/2021", "2021-04"],
    ["4-2021", "2021-04"],
    ["Desember 2021", "2021-12"],
    ["2021-04-20", "2021-04"],
    ["202104", "2021-04"],
    ["Apr-21", "2021-04"],
    ["APRIL 2021", "2021-04"],
    ["Agt 2021", "2021-08"],
    ["21-Apr", "2021-04"],
    ["October 2026", "2026-10"],
    ["00/2021", undefined],
    ["Smarch 2021", undefined],
  ])("month %s", (text, expected) => expect(readMonth(text)).toBe(expected));

  it.each([
    ["300000", 300_000],
    ["300.000", 300_000],
    ["300,000", 300_000],
    ["Rp300.000,-", 300_000],
    ["0", 0],
    ["300.00", undefined],
    ["3e5", undefined],
    ["", undefined],
  ])("amount %s", (text, expected) => expect(readAmount(text)).toBe(expected));
});

it("any row is read or refused", () => {
  const cell = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
  );
  const row = fc.array(cell, { minLength: 8, maxLength: 11 });
  fc.assert(
    fc.property(row, (cells) => {
      const read = readRegisterRow(cells, headerOf(Object.keys(REGISTER), "register"), context);
      expect("value" in read || "rejected" in read).toBe(true);
      readAidRow(cells, headerOf(Object.keys(AID), "aid"), context);
    }),
  );
});
