import { crc32, deflateRawSync } from "node:zlib";

/** Makes a minimal XLSX (ECMA-376) of one sheet, in an uncompressed ZIP. */
export function spreadsheet(rows: readonly (readonly (string | number)[])[]): Buffer {
  const letter = (index: number): string => String.fromCharCode(65 + index);
  const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const cells = rows
    .map((row, at) => {
      const inside = row.map((cell, index) => {
        const name = `${letter(index)}${at + 1}`;
        return typeof cell === "number"
          ? `<c r="${name}"><v>${cell}</v></c>`
          : `<c r="${name}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
      });
      return `<row r="${at + 1}">${inside.join("")}</row>`;
    })
    .join("");
  return workbook(
    `<dimension ref="A1:${letter((rows[0]?.length ?? 1) - 1)}${rows.length}"/><sheetData>${cells}</sheetData>`,
  );
}

export function workbook(sheet: string, more: Record<string, string> = {}, packing: Packing = {}): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packaged = "http://schemas.openxmlformats.org/package/2006";
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"/>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${sheet}</worksheet>`,
  };
  return zip({ ...parts, ...more }, packing);
}

/**
 * `declared` replaces the unpacked size in the ZIP's headers. `hidden` adds bytes that the ZIP's directory does not
 * name.
 */
export type Packing = { deflate?: boolean; declared?: number; hidden?: Buffer };

function zip(files: Record<string, string>, { deflate = false, declared, hidden }: Packing): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, whole] = [Buffer.from(path), Buffer.from(text)];
    const data = deflate ? deflateRawSync(whole, { level: 9 }) : whole;
    const heading = Buffer.alloc(26);
    heading.writeUInt16LE(20, 0);
    heading.writeUInt16LE(deflate ? 8 : 0, 4);
    heading.writeUInt32LE(crc32(whole), 10);
    heading.writeUInt32LE(data.length, 14);
    heading.writeUInt32LE(declared ?? whole.length, 18);
    heading.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), heading, name, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), heading, tail, name]));
    locals.push(local);
    at += local.length;
  }
  if (hidden) {
    locals.push(hidden);
    at += hidden.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\u0005\u0006"), end]);
}
