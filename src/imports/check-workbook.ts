import { inflateRawSync } from "node:zlib";
import { AppError } from "../vocabulary/errors.ts";

const MIB = 1_024 * 1_024;
export const MOST_PACKED = 64 * MIB;
const MOST_UNPACKED = 192 * MIB;
const MOST_PARTS = 1_000;
const MOST_COLUMNS = 256;
const MOST_ROWS = 1_048_576;
const MOST_CELLS = 10_000_000;

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const PART_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const PART_LENGTH = 30;
/** In bytes. A ZIP may repeat a part's sizes after its data. */
const LONGEST_DESCRIPTOR = 24;

const PIECE_BYTES = MIB;
/** In characters. A searched text may lie in two pieces. */
const OVERLAP = 256;

const workbookError = (words: string): AppError =>
  new AppError("IMPORT_UNREADABLE", `${words}: save the sheet as CSV (UTF-8) and import that`);

const FIRST_BYTES = Buffer.from("PK\u0003\u0004");
const CUT_FILE = "the XLSX is cut, its end is missing: copy the file here once more, whole";

type Entry = { name: string; at: number; packed: number; unpacked: number; method: number };

/** Throws IMPORT_UNREADABLE for a damaged workbook, or for one that is too large. */
export function checkWorkbook(bytes: Buffer): Sheet[] {
  if (bytes.length > MOST_PACKED) throw workbookError(`the XLSX is larger than ${MOST_PACKED / MIB} MB`);
  const entries = readDirectory(bytes);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > MOST_UNPACKED) throw workbookError(`the XLSX unpacks to more than ${MOST_UNPACKED / MIB} MB`);
  const extent = { rows: 0, columns: 0 };
  for (const entry of entries) {
    const data = unpackPart(bytes, entry);
    if (/\.(xml|rels)$/i.test(entry.name)) measurePart(data, extent);
  }
  if (extent.columns > MOST_COLUMNS)
    throw workbookError(`the XLSX names a cell in column ${extent.columns}, ${MOST_COLUMNS} are read`);
  if (extent.rows > MOST_ROWS || extent.rows * extent.columns > MOST_CELLS) {
    throw workbookError(
      `the XLSX names a cell in row ${extent.rows} and one in column ${extent.columns}, which is too large a sheet`,
    );
  }
  const book = entries.find(({ name }) => name === "xl/workbook.xml");
  if (!book) throw workbookError("packed as an XLSX is, but no Excel workbook (a document, an ODS or a ZIP)");
  return sheetsOf(unpackPart(bytes, book).toString("utf8"));
}

/** Returns an empty part for an unknown name. Call `checkWorkbook` first. */
export function readPart(bytes: Buffer, part: string): Buffer {
  const entry = readDirectory(bytes).find(({ name }) => name === part);
  return entry ? unpackPart(bytes, entry) : Buffer.alloc(0);
}

/** Call `checkWorkbook` first. */
export function rowsWithFormulas(bytes: Buffer): number[] {
  const sheets = readDirectory(bytes).filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name));
  const rows = sheets.flatMap((entry) => {
    const cells = unpackPart(bytes, entry)
      .toString("utf8")
      .split(/<(?:\w+:)?c\s/);
    return cells.flatMap((cell) => {
      const no = /<(?:\w+:)?f[\s>/]/.test(cell) ? /\br\s*=\s*["'][A-Za-z]+(\d+)/.exec(cell)?.[1] : undefined;
      return no === undefined ? [] : [Number(no)];
    });
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

export type Sheet = { name: string; hidden: boolean };

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export const decodeEntities = (written: string): string =>
  written.replace(/&(\w+);/g, (whole, entity) => ENTITIES[entity] ?? whole);

const sheetsOf = (book: string): Sheet[] =>
  elementsIn(book, "sheet").map((attributes) => ({
    name: decodeEntities(attributeIn(attributes, "name")),
    hidden: /^(?:hidden|veryHidden)$/.test(attributeIn(attributes, "state")),
  }));

export const elementsIn = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, attributes = ""]) => attributes);

export function attributeIn(attributes: string, name: string): string {
  const found = new RegExp(`(?<![\\w:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found?.[1] ?? found?.[2] ?? "";
}

/** The parts must fill the file, so that no reader finds an unchecked part. */
function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  if (end < 0 || end + END_LENGTH > bytes.length || bytes.readUInt32LE(end) !== END_SIGNATURE) {
    if (bytes.subarray(0, FIRST_BYTES.length).equals(FIRST_BYTES)) throw new AppError("IMPORT_UNREADABLE", CUT_FILE);
    throw workbookError("not a readable XLSX file");
  }
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw workbookError(`the XLSX has more than ${MOST_PARTS} parts`);
  const start = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let at = start; entries.length < count; ) {
    if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw workbookError("the XLSX has a broken directory");
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (bytes.readUInt16LE(at + 8) & 1) throw workbookError("the XLSX is locked with a password");
    entries.push({
      name: bytes.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + name),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + name + extra + comment;
  }
  const inOrder = entries.toSorted((one, two) => one.at - two.at);
  let from = 0;
  for (const entry of inOrder) {
    if (entry.at < from || entry.at - from > LONGEST_DESCRIPTOR || (from === 0 && entry.at !== 0)) {
      throw workbookError("the XLSX holds parts that its directory does not name");
    }
    from = findPartData(bytes, entry) + entry.packed;
  }
  if (from > start || start - from > LONGEST_DESCRIPTOR)
    throw workbookError("the XLSX holds parts that its directory does not name");
  return entries;
}

function findPartData(bytes: Buffer, { at, name }: Entry): number {
  const isPart = at + PART_LENGTH <= bytes.length && bytes.readUInt32LE(at) === PART_SIGNATURE;
  const length = isPart ? bytes.readUInt16LE(at + 26) : 0;
  if (!isPart || bytes.toString("utf8", at + PART_LENGTH, at + PART_LENGTH + length) !== name) {
    throw workbookError("the XLSX has a broken directory");
  }
  return at + PART_LENGTH + length + bytes.readUInt16LE(at + 28);
}

function unpackPart(bytes: Buffer, entry: Entry): Buffer {
  const from = findPartData(bytes, entry);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0 && entry.packed === entry.unpacked) return packed;
  if (entry.method !== 8) throw workbookError("the XLSX is packed in a way that is not read");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
  } catch {
    throw workbookError("the XLSX holds more than its directory says");
  }
}

const ADDRESS = /\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g;

/** A reader could expand an entity endlessly. */
function measurePart(data: Buffer, extent: { rows: number; columns: number }): void {
  if (data.includes(0)) throw workbookError("the XLSX is not written in UTF-8");
  for (let at = 0; at < data.length; at += PIECE_BYTES) {
    const piece = data.toString("latin1", Math.max(0, at - OVERLAP), at + PIECE_BYTES);
    if (/<!(DOCTYPE|ENTITY)/i.test(piece)) throw workbookError("the XLSX declares entities of its own");
    for (const [, letters = "", digits] of piece.matchAll(ADDRESS)) {
      extent.rows = Math.max(extent.rows, Number(digits));
      if (letters !== "") extent.columns = Math.max(extent.columns, columnOf(letters));
    }
  }
}

export const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
