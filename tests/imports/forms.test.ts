import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDistricts, loadLayout } from "../../src/districts/index.ts";
import { readBatches } from "../../src/imports/batches.ts";
import { importFile } from "../../src/imports/import.ts";
import type { District } from "../../src/register/district.ts";
import type { RowKind } from "../../src/register/recipient.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import { DISTRICTS } from "../support/areas.ts";
import { KEY_SETTINGS, KEYS, storeOptions } from "../support/keys.ts";
import { sapaHere } from "../support/sapa.ts";
import { words } from "../support/shipped-words.ts";
import { workbook } from "../support/spreadsheet.ts";

const HEADER = "nik,no_kk,nama,tanggal_lahir,jenis_kelamin,kode_wilayah,alamat,status_data,alasan";
const PEOPLE = [
  ["3524221708909901", "3524220101109901", "SUPARMAN", "17/08/1990", "L", "35.24.22.2001", "Dusun Krajan", "VALID", ""],
  ["3524025203859902", "3524020101109902", "SITI AMINAH", "12/03/1985", "P", "35.24.02.2001", "Dusun", "VALID", ""],
  [
    "3524030107709903",
    "3524030101109903",
    "KASTURI",
    "01/07/1970",
    "L",
    "35.24.03.2001",
    "Dusun",
    "TIDAK_VALID",
    "MENINGGAL",
  ],
  ["3524044404559904", "3524040101109904", "MARIYAM", "04/04/1955", "P", "35.24.04.2001", "Dusun", "VALID", ""],
];
const AID = "nik,program,tahap,bulan,nominal,penyalur,status,keterangan";
const aid = (...rows: string[]) => [AID, ...rows].join("\n");
const table = (change: (cells: string[]) => string[] = (cells) => cells, separator = ","): string =>
  [HEADER.replaceAll(",", separator), ...PEOPLE.map((cells) => change([...cells]).join(separator))].join("\r\n");
const withNumbers = (write: (number: string) => string) =>
  table(([nik = "", kk = "", ...rest]) => [write(nik), write(kk), ...rest]);
const withStatus = (status: string, reason = "") => table((cells) => [...cells.slice(0, 7), status, reason]);

const [district] = loadDistricts(DISTRICTS, ["lamongan"]);
if (!district) throw new Error("no district");
const LIFTED = {
  "--allow-unknown": "unknown",
  "--allow-refused": "refused",
  "--allow-shrink": "shrink",
  "--allow-invalid": "invalid",
  "--allow-older": "older",
  "--allow-elsewhere": "elsewhere",
};

let directory: string;
let store: Awaited<ReturnType<typeof openSqlite>>;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "sapa-forms-"));
  store = await openSqlite(`sqlite:${join(directory, "data.db")}`, storeOptions());
});
afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

type Options = { kind?: RowKind; layout?: string; asOf?: string; lift?: keyof typeof LIFTED };

async function take(content: string | Buffer, { kind = "register", layout, asOf = "2026-11-23", lift }: Options = {}) {
  const path = join(directory, "list.csv");
  writeFileSync(path, content);
  const allowed = {
    unknown: false,
    refused: false,
    shrink: false,
    invalid: false,
    older: false,
    elsewhere: false,
    cut: false,
    ...(lift ? { [LIFTED[lift]]: true } : {}),
  };
  const refused: string[] = [];
  const summary = await importFile({
    kind,
    district: district as District,
    batches: readBatches(path),
    register: store,
    keys: KEYS,
    packs: DISTRICTS,
    words,
    asOf,
    today: "2026-11-23",
    allowed,
    mapping: layout ? loadLayout(DISTRICTS, layout) : {},
    onFinding: (row, code) => refused.push(`${row},${code}`),
  });
  return { ...summary, refused };
}

const stopOf = (content: string | Buffer, options: Options = {}): Promise<string> =>
  take(content, options).then(
    () => "nothing",
    (error: Error) => error.message,
  );

describe("common forms of a list are read", () => {
  it.each([
    ["a line that tells a spreadsheet its separator", `sep=;\r\n${table(undefined, ";")}`, { headerRow: 2 }],
    ["an apostrophe before every number", withNumbers((number) => `'${number}`), {}],
    ["a backtick", withNumbers((number) => `\`${number}`), {}],
    ["a formula", withNumbers((number) => `"=""${number}"""`), {}],
    ["a fraction", withNumbers((number) => `${number}.0`), {}],
    ["gaps", withNumbers((number) => number.replace(/\d{4}(?=\d)/g, "$& ")), {}],
    [
      "dots as SIAK writes them",
      withNumbers((number) => `${number.slice(0, 6)}.${number.slice(6, 12)}.${number.slice(12)}`),
      {},
    ],
    ["a quoted cell with a space after it", withNumbers((number) => `"${number}" `), {}],
    [
      "a quotation mark inside a cell",
      table((cells) => cells.map((cell) => (cell === "Dusun" ? 'Dusun "A" lama' : cell))),
      {},
    ],
    ["title rows", `DAFTAR PENERIMA,,,,,,,,\nTAHUN 2021,,,,,,,,\n,,,,,,,,\n${table()}`, { headerRow: 4 }],
    ["totals and a signature", `${table()}\nJUMLAH,,,,,,4,,\n,,,,,,"Lamongan, 1 April 2021",,\n`, { aboutNobody: 2 }],
  ])("%s", async (_, content, more) => {
    const expected = { read: 4, taken: 4, rejected: 0, valid: 3, unread: 0, invalid: { MENINGGAL: 1 }, ...more };
    expect(await take(content)).toMatchObject(expected);
  });

  it.each([["PADAN"], ["padan"], ["Sesuai"], ["AKTIF"], ["ya"], ["v"]])("status %s is valid", async (status) => {
    expect(await take(withStatus(status))).toMatchObject({ taken: 4, valid: 4, unread: 0 });
  });

  it("months and empty cells of an aid list are read", async () => {
    const months = ["Apr-21", "APRIL 2021", "04-2021", "202104", "-"];
    const rows = months.map((month) => `3524221708909901,BST,13,${month},-,PT Pos,TERSALUR,-`);
    expect(await take(aid(...rows), { kind: "aid" })).toMatchObject({ read: 5, rejected: 0 });
  });

  it.each(["bnba", "opensid", "dtks", "siks-ng"])("the usual export %s is read by its layout", async (layout) => {
    const [one] = PEOPLE;
    const [nik = "", kk = ""] = one ?? [];
    const files: Record<string, string> = {
      bnba: `No;Foto;ID DTKS;NIK;Nama;No. KK;Alamat;RT;RW;Status\n1;;3524DTKS001;${nik};SUPARMAN;${kk};DSN KRAJAN;001;002;AKTIF\n`,
      opensid: `alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,status_dasar\nJL RAYA,KRAJAN,01,02,SUPARMAN,${kk},${nik},1,LAMONGAN,1990-08-17,HIDUP\n`,
      dtks: `NIK,NOKK,NAMA,KDPROP,KDKAB,KDKEC,KDDESA,ALAMAT,STATUS_PADAN\n${nik},${kk},SUPARMAN,35,24,22,2001,KRAJAN,PADAN\n`,
      "siks-ng": `nik,nomor_kk,nama_lengkap,nama_kec,nama_kel,alamat,status_dukcapil\n${nik},${kk},SUPARMAN,Modo,Jegreg,KRAJAN,PADAN\n`,
    };
    expect(await take(files[layout] ?? "", { layout })).toMatchObject({ taken: 1, valid: 1 });
  });

  it("several people without a NIK do not share a NIK", async () => {
    const without = ["SUMARNI", "PAIMIN"].map(
      (name) => `0,3524050101109905,${name},1960-01-01,P,3524052001,Dusun,TIDAK_VALID,KTP_LAMA`,
    );
    const summary = await take([table(), ...without].join("\n"));
    expect(summary).toMatchObject({ taken: 6, invalid: { KTP_LAMA: 2, MENINGGAL: 1 } });
    expect(summary.invalid).not.toHaveProperty("NIK_GANDA");
  });
});

describe("a doubtful list is stopped, and the option that lifts the stop is named", () => {
  it.each([
    [
      "unknown status words",
      withStatus("SUDAH DICEK"),
      "--allow-unknown",
      /"SUDAH DICEK" 4/,
      { unread: 4, valid: 0, invalid: {} },
    ],
    [
      "refused rows",
      `${table()}\n3.52E+15,,SITI,,,,,VALID,\n`,
      "--allow-refused",
      /refused \(a spreadsheet has rounded [^;]+; fetch [^;]+: row 6\); /,
      { rejected: 1 },
    ],
  ])("%s", async (_, content, option, message, summary) => {
    const stop = await stopOf(content);
    expect(stop).toMatch(message);
    expect(stop).toContain(option);
    expect(await take(content, { lift: option as keyof typeof LIFTED })).toMatchObject({ live: true, ...summary });
  });

  it("a register in which many people become invalid is stopped", async () => {
    await take(table());
    expect(await stopOf(withStatus("TIDAK VALID"))).toMatch(/from 75 % to 0 %.*--allow-invalid/);
    expect(await take(withStatus("TIDAK VALID"), { lift: "--allow-invalid" })).toMatchObject({ live: true });
  });

  it("words that a list marks to be looked at stop nothing, and do not count as unmapped", async () => {
    const summary = await take(withStatus("NON AKTIF"));
    expect(summary).toMatchObject({ live: true, unread: 4, unknownStatuses: {}, heldStatuses: { "NON AKTIF": 4 } });
    expect((await store.generation("register", "lamongan"))?.unread ?? 0).toBe(0);
  });

  it("an aid list that drops many payments is stopped", async () => {
    const rows = PEOPLE.map(([nik]) => `${nik},BST,13,2021-04,300000,PT Pos,TERSALUR,`);
    await take(aid(...rows), { kind: "aid" });
    expect(await stopOf(aid(...rows.slice(0, 2)), { kind: "aid" })).toContain("--allow-shrink");
  });

  const paid = (programme: string, people = PEOPLE) =>
    people.flatMap(([nik]) => [13, 14].map((stage) => `${nik},${programme},${stage},2026-10,300000,PT Pos,TERSALUR,`));

  it.each([
    {
      name: "no payment of one programme",
      rows: [...paid("PKH"), ...paid("BPNT")],
      stop: "BLT DESA 0 (8 in the live one)",
    },
    {
      name: "payments of one programme only",
      rows: paid("BPNT"),
      stop: "BLT DESA 0 (8 in the live one), PKH 0 (8 in the live one)",
    },
    {
      name: "half of the payments of one programme",
      rows: [...paid("PKH"), ...paid("BPNT"), ...paid("BLT DESA", PEOPLE.slice(2))],
      stop: "BLT DESA 4 (8 in the live one)",
    },
  ])("an aid list that names the same people and has $name is stopped", async ({ rows, stop }) => {
    await take(aid(...["BLT DESA", "PKH", "BPNT"].flatMap((one) => paid(one))), { kind: "aid" });
    expect(await stopOf(aid(...rows), { kind: "aid" })).toContain(stop);
    expect(await take(aid(...rows), { kind: "aid", lift: "--allow-shrink" })).toMatchObject({ live: true });
  });

  it.each<[RowKind, string]>([
    ["register", table()],
    ["aid", aid(...PEOPLE.map(([nik]) => `${nik},BST,13,2021-04,300000,PT Pos,TERSALUR,`))],
  ])("a list that is older than the live list is stopped: %s", async (kind, rows) => {
    await take(rows, { kind, asOf: "2026-11-20" });
    const stop = await stopOf(rows, { kind, asOf: "2026-01-27" });
    expect(stop).toMatch(/is of 2026-01-27 and the live one of 2026-11-20: .*--allow-older$/);
    expect((await store.generation(kind, "lamongan"))?.asOf).toBe("2026-11-20");
    expect(await take(rows, { kind, asOf: "2026-11-20" })).toMatchObject({ live: true });
    expect(await take(rows, { kind, asOf: "2026-01-27", lift: "--allow-older" })).toMatchObject({ live: true });
  });

  it("people without a findable NIK, and repeated rows, are listed and counted", async () => {
    const [one = [], two = []] = PEOPLE;
    const numbered = (nik: string, name: string) => [nik, one[1], name, ...two.slice(3)].join(",");
    const people = [
      numbered("352402520385990", "SATU"),
      numbered("TIDAK ADA", "DUA"),
      numbered("-", "TIGA"),
      numbered("3524025203859902x", "EMPAT"),
      one.join(","),
    ];
    const { nikFaults, taken, rejected, repeated, refused } = await take([table(), ...people].join("\n"));
    expect({ nikFaults, taken, rejected, repeated }).toEqual({
      nikFaults: { NIK_LENGTH: 1, NO_NIK: 2, NIK_IMPOSSIBLE: 1 },
      taken: 8,
      rejected: 0,
      repeated: 1,
    });
    expect(refused.sort()).toEqual(["10,REPEATED", "6,NIK_LENGTH", "7,NO_NIK", "8,NO_NIK", "9,NIK_IMPOSSIBLE"]);
    const payment = aid("352402520385990,BST,13,2021-04,300000,PT Pos,TERSALUR,");
    expect(await take(payment, { kind: "aid" })).toMatchObject({ taken: 1, refused: ["2,NIK_LENGTH"] });
  });

  it("rows are numbered as a spreadsheet numbers them", async () => {
    const [one] = PEOPLE;
    const cells = (one ?? [])
      .map((cell) => (cell === "Dusun Krajan" ? '"Dusun Krajan\nRT 01\nRW 02"' : cell))
      .join(",");
    const text = `${HEADER}\n${cells}\n\n\n3.52E+15,,SITI,,,,,VALID,\n`;
    expect((await take(text, { lift: "--allow-refused" })).refused).toEqual(["5,DAMAGED_NUMBER"]);
  });
});

describe("an unreadable list gives one sentence, without a stack and without a cell", () => {
  it.each([
    ["an old Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old Excel file \(\.xls\)/],
    ["a PDF", "%PDF-1.7\n1 0 obj", /this is a PDF, which is not read; ask/],
    ["a photo", Buffer.from("ffd8ffe000104a46", "hex"), /this is a picture/],
    ["a page with a spreadsheet's name", "<html><body><table><tr><td>nik</td></tr></table>", /web page/],
    ["a quotation mark that stays open", `${HEADER}\n"3524221708909901,x\n`, /row 2/],
    ["a page of text", 'Sapa\n\n"Halo" dan "x\n'.repeat(30), /row \d+|missing columns/],
    ["nothing below the header", HEADER, /none below the header in row 1/],
  ])("%s", async (_, content, message) => expect(await stopOf(content)).toMatch(message));

  it("an error about a missing column names the sheet that was read, and the others", async () => {
    const sheets = ["Rekap", "Data KPM", "Lama"]
      .map((name) => `<sheet name="${name}" sheetId="1" r:id="r1"/>`)
      .join("");
    const book = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`;
    const rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
    expect(await stopOf(workbook(rows, { "xl/workbook.xml": book }))).toMatch(
      /^sheet "Rekap" was read, --sheet reads another \("Data KPM", "Lama"\): missing columns: nik, nama/,
    );
  });

  it.each([
    ["a text that is no date", ["--as-of", "kemarin"], /--as-of kemarin: no date/],
    ["a date to come", ["--as-of", "31/12/2099"], /future/],
    ["a missing mapping file", ["--mapping", "none.json"], /no such file/],
    ["a date that may be two", ["--as-of", "1/11/2026"], /may be two days; write it as 2026-11-01/],
    ["a mapping that is no JSON", ["--mapping", "list.csv"], /no JSON/],
    ["a layout that does not ship", ["--layout", "excel"], /bnba, dtks, opensid, siks-ng/],
    ["another numbering of areas", ["--area-codes", "bpss"], /kemendagri, bps/],
    ["a sheet of a CSV file", ["--sheet", "Data"], /spreadsheets only/],
  ])("exit code 2: %s", async (_, args, message) => {
    writeFileSync(join(directory, "list.csv"), table());
    const { code, errors } = await run([...args]);
    expect({ code, errors }).toEqual({ code: 2, errors: expect.stringMatching(message) });
    expect(errors).not.toMatch(/\bat .*\.ts|\d{13}|SITI/);
  });
});

async function run(args: string[]): Promise<{ code: number; errors: string }> {
  const env = { ...KEY_SETTINGS, DATA_DIR: join(directory, "data"), DISTRICTS: "lamongan", LOG_LEVEL: "error" };
  const all = ["import", "register", "list.csv", "--district", "lamongan", ...args];
  const { status, errors } = await sapaHere(all, { cwd: directory, env });
  return { code: status, errors };
}

describe("a list of another district, or with lost digits, is stopped even as the first list", () => {
  const people = (count: number, numberOf: (index: number) => [nik: string, kk: string]) =>
    [
      "nik,no_kk,nama,status_data",
      ...Array.from({ length: count }, (_, index) =>
        [...numberOf(index), `WARGA ${"ABCDEFGHIJ"[index % 10]}`, "VALID"].join(),
      ),
    ].join("\n");
  const serial = (index: number) => String(9_000 + index);
  const neighbours = (index: number): [string, string] => [
    `332601170890${serial(index)}`,
    `332601010110${serial(index)}`,
  ];
  const bornElsewhere = (index: number): [string, string] => [
    `332601170890${serial(index)}`,
    `352422010110${serial(index)}`,
  ];
  const ours = (index: number): [string, string] => [`352422170890${serial(index)}`, `352422010110${serial(index)}`];
  const rounded = (index: number): [string, string] => [
    `352422170890${9_000 + 10 * index}`,
    `352422010110${serial(index)}`,
  ];

  it.each([
    [
      "a neighbour's list",
      people(40, neighbours),
      /100 % of the people have a NIK and a family card of another district .*--allow-elsewhere/,
    ],
    [
      "a neighbour's, mostly",
      people(40, (at) => (at < 25 ? neighbours(at) : ours(at))),
      /^nothing was changed: 63 % of the people/,
    ],
    ["rounded by a spreadsheet", people(40, rounded), /100 % of the NIKs end in 0: a spreadsheet has rounded them/],
  ])("%s", async (_, content, stop) => {
    expect(await stopOf(content)).toMatch(stop);
  });

  it.each([
    ["people who were born elsewhere and live here", people(40, bornElsewhere)],
    ["ours", people(40, ours)],
    ["ours, with some people of another district", people(40, (at) => (at < 15 ? neighbours(at) : ours(at)))],
    ["too few people", people(19, neighbours)],
  ])("%s is not stopped", async (_, content) => {
    expect(await stopOf(content)).toBe("nothing");
  });

  it("a neighbour's list goes live with the option, and payments are checked too", async () => {
    expect(await take(people(40, neighbours), { lift: "--allow-elsewhere" })).toMatchObject({ live: true, taken: 40 });
    const payments = [
      "nik,program,status",
      ...Array.from({ length: 40 }, (_, at) => `${neighbours(at)[0]},PKH,TERSALUR`),
    ];
    expect(await stopOf(payments.join("\n"), { kind: "aid" })).toContain("--allow-elsewhere");
  });
});
