import { crc32, deflateRawSync } from "node:zlib";
import { escapeHtml } from "../html.ts";

/** `width` is in characters. */
export type Column = { heading: string; width: number };

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const part = (xml: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`;

/** Makes every cell a text, so no spreadsheet reads a cell as a formula, a date or a number. */
export function makeWorkbook(name: string, columns: readonly Column[], rows: readonly (readonly string[])[]): Buffer {
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join("");
  const headings = columns.map(({ heading }) => heading);
  const lines = [headings, ...rows].map((row, index) => makeRow(row, index + 1, index === 0 ? HEADING : WRAPPED));
  const view = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return zip({
    "[Content_Types].xml": part(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": part(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": part(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeHtml(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": part(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": part(STYLES),
    "xl/worksheets/sheet1.xml": part(
      `<worksheet xmlns="${MAIN}">${view}<cols>${widths}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`,
    ),
  });
}

const WRAPPED = 0;
const HEADING = 1;
const TEXT_FORMAT = 49;
const LOOK = `numFmtId="${TEXT_FORMAT}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"`;
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf ${LOOK} fontId="0"><alignment vertical="top" wrapText="1"/></xf><xf ${LOOK} fontId="1" applyFont="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

function makeRow(cells: readonly string[], no: number, look: number): string {
  const made = cells.map((text, index) => {
    const at = `${String.fromCharCode(65 + index)}${no}`;
    return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeHtml(text)}</t></is></c>`;
  });
  return `<row r="${no}">${made.join("")}</row>`;
}

const HEADER_LENGTH = 26;
const DEFLATE = 8;
const VERSION = 20;
/** With a fixed day, the same texts make the same file. */
const FIRST_DAY = 0x21;

function zip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, whole] = [Buffer.from(path), Buffer.from(text)];
    const data = deflateRawSync(whole);
    const header = Buffer.alloc(HEADER_LENGTH);
    header.writeUInt16LE(VERSION, 0);
    header.writeUInt16LE(DEFLATE, 4);
    header.writeUInt16LE(FIRST_DAY, 8);
    header.writeUInt32LE(crc32(whole), 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(whole.length, 18);
    header.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), header, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([VERSION, 0]), header, tail, name]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from("PK\u0005\u0006"), end]);
}
