import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkWorkbook } from "../../src/imports/check-workbook.ts";
import { readSheetRows } from "../../src/imports/sheet-rows.ts";
import { spreadsheet, workbook } from "../support/spreadsheet.ts";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sapa-sheet-"));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const cell = (address: string, value = "1") => `<c r="${address}"><v>${value}</v></c>`;
const sheet = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`;
const packed = { deflate: true };
const MIB = 1_024 * 1_024;

/** A ZIP has each name twice. */
function withoutBook(): Buffer {
  const renamed = workbook(sheet(cell("A1")))
    .toString("latin1")
    .replaceAll("xl/workbook.xml", "xl/document.xml");
  return Buffer.from(renamed, "latin1");
}

const bombs: [label: string, make: () => Buffer, said: RegExp][] = [
  ["a cell in the last row and column", () => workbook(sheet(cell("XFD1048576"))), /column 16384/],
  [
    "a cell in the last row, another far to the right",
    () => workbook(sheet(cell("IV1") + cell("A1048576"))),
    /too large a sheet/,
  ],
  ["an address in single quotes", () => workbook(sheet("<c r = 'XFD9'><v>1</v></c>")), /column 16384/],
  [
    "a row beyond all rows",
    () => workbook('<sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>'),
    /too large a sheet/,
  ],
  [
    "cells in a sheet of another name",
    () => workbook(sheet(cell("A1")), { "xl/other.xml": `<worksheet>${sheet(cell("XFD1"))}</worksheet>` }),
    /column 16384/,
  ],
  [
    "200 MB of spaces",
    () => workbook(`${" ".repeat(200 * MIB)}${sheet(cell("A1"))}`, {}, packed),
    /unpacks to more than/,
  ],
  [
    "many parts of 20 MB",
    () =>
      workbook(
        sheet(cell("A1")),
        Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`xl/s${index}.xml`, " ".repeat(20 * MIB)])),
        packed,
      ),
    /unpacks to more than/,
  ],
  [
    "a directory that says less than there is",
    () => workbook(`${" ".repeat(2 * MIB)}${sheet(cell("A1"))}`, {}, { deflate: true, declared: 900 }),
    /more than its directory says/,
  ],
  [
    "a part that the directory does not name",
    () => workbook(sheet(cell("A1")), {}, { hidden: workbook(sheet(cell("XFD1048576"))).subarray(0, 400) }),
    /does not name/,
  ],
  [
    "more parts than any workbook",
    () =>
      workbook(
        sheet(cell("A1")),
        Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`xl/${index}.bin`, "x"])),
      ),
    /more than 1000 parts/,
  ],
  [
    "entities that unfold",
    () =>
      workbook(sheet(cell("A1")), {
        "xl/sharedStrings.xml":
          '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      }),
    /entities of its own/,
  ],
  [
    "text that is not UTF-8",
    () => workbook(sheet(cell("A1")), { "xl/sharedStrings.xml": "<\u0000s\u0000s\u0000t\u0000>" }),
    /UTF-8/,
  ],
  ["no directory", () => Buffer.from("PK\u0003\u0004 and nothing else"), /is cut, .* copy the file here once more/],
  ["half a file", () => workbook(sheet(cell("A1"))).subarray(0, 700), /is cut, .* copy the file here once more/],
  [
    "all but its last byte",
    () => workbook(sheet(cell("A1"))).subarray(0, -1),
    /is cut, .* copy the file here once more/,
  ],
  ["another file", () => Buffer.from("nik,nama"), /not a readable XLSX file/],
  ["a ZIP of something else", () => withoutBook(), /no Excel workbook/],
];

it.each(bombs)("says in one sentence what is wrong with %s", (_, make, said) => {
  const bytes = make();
  expect(() => checkWorkbook(bytes)).toThrow(expect.objectContaining({ code: "IMPORT_UNREADABLE" }));
  expect(() => checkWorkbook(bytes)).toThrow(said);
});

const rowsOf = async (bytes: Buffer, limits = {}) => {
  const path = join(directory, "list.xlsx");
  writeFileSync(path, bytes);
  const rows: unknown[][] = [];
  for await (const batch of readSheetRows(path, undefined, limits)) rows.push(...batch.rows);
  return rows;
};

describe("a sheet is read by a process of its own", { timeout: 60_000 }, () => {
  it("yields the same cells, in batches", async () => {
    const table = Array.from({ length: 2_500 }, (_, index) => [`3524${index}`, index, "a & b"]);
    expect(await rowsOf(spreadsheet(table))).toEqual(table);
  });

  it("yields dates", async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const bytes = workbook(sheet('<c r="A1" s="1"><v>46000</v></c>'), { "xl/styles.xml": styles });
    expect(await rowsOf(bytes)).toEqual([[new Date("2025-12-09T00:00:00.000Z")]]);
  });

  const formula = (address: string, text: string, more = "", type = "") =>
    `<c r="${address}"${type && ` t="${type}"`}><f>${text}</f>${more}</c>`;
  it.each<[label: string, cell: string, read: unknown]>([
    ["a text, without a result", formula("B1", '"3524015206799901"'), "3524015206799901"],
    ["a text, with an empty result", formula("B1", '"3524015206799901"', "<v/>"), "3524015206799901"],
    ["a text, with a result of 0", formula("B1", "&quot;JO&apos;\u00c9&quot;", "<v>0</v>"), "JO'\u00c9"],
    ["with a result", formula("B1", "A1&amp;A2", "<v>35</v>"), 35],
    ["with an empty result", formula("B1", "A1&amp;A2", "<v></v>", "str"), null],
    ["without a result", formula("B1", "A1&amp;A2"), "=A1&A2"],
    ["without a result, as openpyxl writes it", formula("B1", "A1&amp;A2", "<v />"), "=A1&A2"],
    ["without a result, of the type of texts", formula("B1", "A1&amp;A2", "", "str"), "=A1&A2"],
    ["that other cells share", '<c r="B1"><f t="shared" si="0"/></c>', "=SHARED()"],
  ])("reads a formula: %s", async (_, written, read) => {
    const row = `<row r="1">${cell("A1", "7")}<c r="AA1" s="0"/></row><row r="2">${cell("A2", "8")}${written.replace("B1", "B2")}${cell("C2", "9")}</row>`;
    expect(await rowsOf(workbook(`<sheetData>${row}</sheetData>`))).toEqual([
      [7, null, null],
      [8, read, 9],
    ]);
  });

  it("reads formulas of the sheet that it reads, in the last row and column too", async () => {
    const other = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${formula("A1", "B9")}</row></sheetData></worksheet>`;
    const rows = `<sheetData><row r="1">${cell("A1", "7")}</row><row r="3">${formula("B3", "A1")}</row></sheetData>`;
    expect(await rowsOf(workbook(rows, { "xl/worksheets/sheet2.xml": other }))).toEqual([
      [7, null],
      [null, null],
      [null, "=A1"],
    ]);
  });

  it.each<[string, () => Buffer]>([
    ["a sparse sheet", () => workbook(sheet(cell("XFD1048576")))],
    ["a zip bomb", () => workbook(`${" ".repeat(200 * MIB)}${sheet(cell("A1"))}`, {}, packed)],
    ["no XLSX at all", () => Buffer.from("NIK,Nama\n")],
  ])("refuses %s", async (_, make) => {
    await expect(rowsOf(make())).rejects.toMatchObject({ code: "IMPORT_UNREADABLE" });
  });

  it.each<[string, () => Buffer]>([
    ["tags nested without end", () => workbook(sheet(`${"<a>".repeat(5_000_000)}${cell("A1")}`), {}, packed)],
    [
      "texts without end",
      () =>
        workbook(
          sheet(cell("A1")),
          { "xl/sharedStrings.xml": `<sst>${"<si><t>x</t></si>".repeat(3_000_000)}</sst>` },
          packed,
        ),
    ],
  ])("rejects if the reading process dies of %s", async (_, make) => {
    const read = rowsOf(make(), { memory: 250 * MIB, heap: 100, patience: 20_000 });
    await expect(read).rejects.toMatchObject({ code: "IMPORT_UNREADABLE" });
  });

  it("stops at its time limit", async () => {
    await expect(rowsOf(spreadsheet([["a"]]), { patience: 1 })).rejects.toThrow(/memory or time/);
  });
});

describe("which sheet is read", () => {
  const book = (sheets: string) => ({
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets}</sheets></workbook>`,
  });
  const HIDDEN = '<sheet name="Referensi" sheetId="1" state="hidden" r:id="r1"/>';
  const VISIBLE = '<sheet name="Data &amp; nama" sheetId="2" r:id="r1"/>';

  it("lists the sheets, also the hidden ones", () => {
    expect(checkWorkbook(workbook(sheet(cell("A1")), book(HIDDEN + VISIBLE)))).toEqual([
      { name: "Referensi", hidden: true },
      { name: "Data & nama", hidden: false },
    ]);
  });

  it.each([
    ["the first visible sheet", HIDDEN + VISIBLE, undefined, "Data & nama"],
    ["a hidden sheet that is named", HIDDEN + VISIBLE, "Referensi", "Referensi"],
  ])("%s", async (_, sheets, wanted, expected) => {
    const path = join(directory, "sheets.xlsm");
    writeFileSync(path, workbook(sheet(cell("A1")), book(sheets)));
    const read: string[] = [];
    for await (const batch of readSheetRows(path, wanted)) read.push(batch.sheet);
    expect(read).toEqual([expected]);
  });

  it.each([
    ["a missing sheet", VISIBLE, "Lain", /no sheet "Lain"; --sheet names one: "Data & nama"/],
    ["a workbook without a visible sheet", HIDDEN, undefined, /every sheet of the XLSX is hidden/],
  ])("the error names %s", async (_, sheets, wanted, message) => {
    const path = join(directory, "sheets.xlsx");
    writeFileSync(path, workbook(sheet(cell("A1")), book(sheets)));
    await expect(readSheetRows(path, wanted).next()).rejects.toThrow(message);
  });
});
