import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAboutNobody } from "../../src/imports/rows/about-nobody.ts";
import { COLUMNS, columnsOfKind } from "../../src/imports/rows/column-names.ts";
import { findHeader, headerOf, strayTargets } from "../../src/imports/rows/header.ts";
import type { RowKind } from "../../src/register/recipient.ts";

const NIK = "3524221708909901";
const { required, optional } = COLUMNS.register;
const names = [...required, ...optional];

function refusalOf(rows: readonly (readonly string[])[], kind: RowKind = "register"): string {
  try {
    findHeader(rows, kind);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("it was taken");
}

describe("headers", () => {
  it("are read in any order and case, with columns of the office's own", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...names, "berkas", "catatan"], { minLength: names.length + 2 }), (order) => {
        const header = headerOf(
          order.map((name) => ` ${name.toUpperCase().replaceAll("_", " ")} `),
          "register",
        );
        for (const name of names) expect(order[header.positions[name] ?? -1]).toBe(name);
        expect(header.ignored).toHaveLength(2);
      }),
    );
  });

  it("are read under other names by a mapping", () => {
    const header = headerOf(["NOMOR INDUK", ...names.slice(1)], "register", { "Nomor Induk": "nik" });
    expect(header.positions.nik).toBe(0);
  });

  it.each<[RowKind, string, string]>([
    ["register", "N I K", "nik"],
    ["register", "NIK (16 digit)", "nik"],
    ["register", "*NIK*", "nik"],
    ["register", "No.\nKTP", "nik"],
    ["register", "\uFEFFNIK", "nik"],
    ["register", "Nomor Induk Kependudukan", "nik"],
    ["register", "NAMA\r\nLENGKAP", "nama"],
    ["register", "Nama  Penerima", "nama"],
    ["register", "NO. KK", "no_kk"],
    ["register", "No.KK", "no_kk"],
    ["register", "NOKK", "no_kk"],
    ["register", "Nomor Kartu Keluarga", "no_kk"],
    ["register", "TGL LAHIR", "tanggal_lahir"],
    ["register", "Tgl. Lahir (dd/mm/yyyy)", "tanggal_lahir"],
    ["register", "TANGGAL\nLAHIR", "tanggal_lahir"],
    ["register", "JK", "jenis_kelamin"],
    ["register", "J K (L/P)", "jenis_kelamin"],
    ["register", "L/P", "jenis_kelamin"],
    ["register", "Jenis Kelamin", "jenis_kelamin"],
    ["register", "ALAMAT", "alamat"],
    ["register", "Alamat (sesuai KTP)", "alamat"],
    ["register", "Desa/Kelurahan", "desa"],
    ["register", "DESA / KEL.", "desa"],
    ["register", "Kec.", "kecamatan"],
    ["register", "R T", "rt"],
    ["register", "Status Padan", "status_data"],
    ["register", "Kode Desa/Kelurahan", "kode_desa"],
    ["aid", "JENIS BANTUAN", "program"],
    ["aid", "Status\nSalur", "status"],
    ["aid", "NOMINAL (Rp)", "nominal"],
    ["aid", "Tgl. Salur", "tanggal"],
  ])("%s: %j is %s", (kind, cell, ours) => {
    const others = COLUMNS[kind].required.filter((name) => name !== ours);
    expect(headerOf([...others, cell], kind).positions[ours]).toBe(others.length);
  });

  it.each<[string, string]>([
    ["a head of family's name or number", "KK"],
    ["the name of somebody else", "NAMA (IBU KANDUNG)"],
    ["a place and a day in one", "Tempat/Tgl Lahir"],
    ["whether somebody is married", "Status"],
    ["two numbers in one", "RT/RW"],
  ])("a name that may mean %s is not guessed: %s", (_, cell) => {
    expect(headerOf(["nik", "nama", cell], "register")).toMatchObject({
      positions: { nik: 0, nama: 1 },
      ignored: [cell],
    });
  });

  it("our own name overrides a usual name", () => {
    const header = headerOf(["No KTP", "Nama Penerima", "NIK", "NAMA"], "register");
    expect(header).toMatchObject({ positions: { nik: 2, nama: 3 }, ignored: ["No KTP", "Nama Penerima"] });
  });

  it("a mapping overrides a usual name", () => {
    const header = headerOf(["NIK", "Nama KPM", "Pengurus"], "register", { pengurus: "nama" });
    expect(header).toMatchObject({ positions: { nama: 2 }, ignored: ["Nama KPM"] });
  });

  it("names of unused columns are shown on one line", () => {
    expect(headerOf(["nik", "nama", "ID\nDTKS"], "register").ignored).toEqual(["ID DTKS"]);
  });

  it.each([
    ["our own twice", [...names, "N.I.K"], /twice: nik \("nik", "N.I.K"\); --mapping/],
    ["two that sheets use", ["NIK", "Nama KPM", "Nama Lengkap"], /twice: nama \("Nama KPM", "Nama Lengkap"\)/],
  ])("%s", (_, cells, message) => {
    expect(() => headerOf(cells, "register")).toThrow(
      expect.objectContaining({ code: "IMPORT_UNREADABLE", message: expect.stringMatching(message) }),
    );
  });
});

describe("a header below a title", () => {
  it.each([
    ["at the top", [["nik", "nama"]], 0],
    [
      "below a title and an empty row",
      [
        ["DAFTAR PENERIMA", ""],
        ["", ""],
        ["NIK", "Nama"],
      ],
      2,
    ],
    [
      "below what a spreadsheet is told",
      [
        ["sep=", ""],
        ["nik", "nama"],
      ],
      1,
    ],
    [
      "below a title that names a column",
      [
        ["NAMA PENERIMA BANTUAN", ""],
        ["N I K", "NAMA\nLENGKAP"],
      ],
      1,
    ],
  ])("%s", (_, rows, at) => expect(findHeader(rows, "register").at).toBe(at));
});

describe("an error about a missing column shows the likeliest header, and never a cell of a person", () => {
  it.each<[string, string[][], string]>([
    [
      "below a title",
      [
        ["DAFTAR PENERIMA BANTUAN"],
        [""],
        ["NO", "Nama KPM", "Foto", "ID DTKS", "ALAMAT"],
        ["1", "SITI", "", "", "DSN A"],
      ],
      'missing column: nik; row 3 looks most like a header: read "Nama KPM", "ALAMAT"; unknown "NO", "Foto", "ID DTKS"',
    ],
    [
      "with words of nobody's",
      [["no_kk", "alamat", "Siti Aminah", "Zzz"]],
      'missing columns: nik, nama; row 1 looks most like a header: read "no_kk", "alamat"; unknown 2.',
    ],
    [
      "only words that headers use",
      [["Nomor", "Nama Peserta", "Suparman"]],
      'row 1 looks most like a header: no name in it is known; unknown "Nomor", "Nama Peserta", 1 more',
    ],
    [
      "with a name that nobody knows, in a row that is surely a header",
      [["NO", "Nama KPM", "ALAMAT", "RT", "RW", "Induk Kpddkan", "Zzz"]],
      'missing column: nik; row 1 looks most like a header: read "Nama KPM", "ALAMAT", "RT", "RW"; unknown "NO", "Induk Kpddkan", "Zzz".',
    ],
    [
      "with more names than a dozen",
      [
        [
          "Nama",
          "Alamat",
          ..."Provinsi,Foto,Agama,Pekerjaan,Umur,HP,Rekening,Bank,Kantor,Tahap,Bulan,Tahun,Desil,Hubungan,NIKK".split(
            ",",
          ),
        ],
      ],
      '"Hubungan", "NIKK".',
    ],
    ["a person's row", [[NIK, "SITI AMINAH", "ALAMAT"]], "row 1 is a person's row, so the header is missing"],
    [
      "people without a number",
      [
        ["SITI AMINAH", "LAMONGAN"],
        ["SUPARMAN", "MODO"],
      ],
      "none of the first 2 rows names a column",
    ],
    ["nothing", [["", ""]], "the file holds nothing"],
  ])("%s", (_, rows, sentence) => expect(refusalOf(rows)).toContain(sentence));

  it("shows the likeliest header of an aid list too", () => {
    expect(refusalOf([["NIK", "Nama", "Nominal"]], "aid")).toContain(
      'missing columns: program, status; row 1 looks most like a header: read "NIK", "Nominal"; unknown "Nama"',
    );
  });

  it("shows no cell of any person's row", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ABIKRSTU aeiou"), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.boolean(), (cells, below) => {
        const told = refusalOf([...(below ? [["no_kk", "alamat"]] : []), [NIK, ...cells]]);
        for (const one of cells.map((text) => text.trim()).filter((text) => text.length > 4)) {
          expect(told.split(". docs/")[0]).not.toContain(`"${one}"`);
        }
      }),
    );
  });
});

describe("a header that is repeated at the top of a page", () => {
  const header = headerOf(["No", "N I K", "Nama\nLengkap"], "register");
  it.each([
    [["No", "NIK", "NAMA LENGKAP"], true],
    [["12", "NIK", "SITI"], false],
    [["12", NIK, "Nama Lengkap"], false],
  ])("%j: %s", (cells, expected) => expect(isAboutNobody(cells, header)).toBe(expected));
});

it.each([
  [{ Keadaan: "status_dataa" }, ["there is no column status_dataa; the nearest is status_data"]],
  [{ Keadaan: "Status Data", Bayar: "program" }, []],
  [{ Keadaan: "No" }, ["there is no column No; docs/register.md lists them"]],
])("a mapping's names of our columns are checked: %j", (mapping, told) => expect(strayTargets(mapping)).toEqual(told));

it("no usual name stands for two columns of one list", () => {
  for (const kind of ["register", "aid"] as const) {
    for (const name of columnsOfKind(kind)) {
      const others = COLUMNS[kind].required.filter((one) => one !== name);
      expect(headerOf([...others, name], kind).positions[name]).toBe(others.length);
    }
  }
});
