import { createReadStream, fstatSync, mkdtempSync, openSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { parse } from "csv-parse";
import { describeRefusal } from "../system-error.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { Cell } from "./rows/cell.ts";
import { readSheetRows } from "./sheet-rows.ts";

const BATCH_ROWS = 1_000;

/**
 * - `done`, `total`: bytes or rows; an unknown `total` is 0.
 * - `others`: the names of the other visible sheets.
 */
export type Batch = { rows: Cell[][]; done: number; total: number; sheet?: string; others?: string[] };

const FILE_KINDS: readonly { begins: RegExp; kind: "zip" | "old" | "page" | "pdf" | "picture" }[] = [
  { begins: /^PK\x03\x04/, kind: "zip" },
  { begins: /^\xd0\xcf\x11\xe0/, kind: "old" },
  { begins: /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml|<table)/i, kind: "page" },
  { begins: /^(?:\xef\xbb\xbf)?\s*%PDF-/, kind: "pdf" },
  { begins: /^(?:\xff\xd8\xff|\x89PNG)/, kind: "picture" },
];

/**
 * Reads a CSV or XLSX file, or standard input if `path` is `-`. Rejects with:
 * - BAD_REQUEST: the file cannot be opened, or `sheet` was given for a CSV file.
 * - IMPORT_UNREADABLE: the content cannot be read.
 */
export async function* readBatches(path: string, sheet?: string): AsyncGenerator<Batch> {
  const { bytes, total } = path === "-" ? { bytes: process.stdin, total: 0 } : openFile(path);
  const chunks = readChunks(bytes, path);
  const first = (await chunks.next()).value ?? Buffer.alloc(0);
  if (first.length === 0) throw unreadableError("the file is empty");
  const head = first.subarray(0, 512).toString("latin1");
  const kind = FILE_KINDS.find(({ begins }) => begins.test(head))?.kind;
  if (kind === "old") throw unreadableError("this is an old Excel file (.xls); open it and save it as .xlsx or CSV");
  if (kind === "page") {
    throw unreadableError(
      "this is a web page with the name of a spreadsheet; open it in Excel and save it as .xlsx or CSV",
    );
  }
  if (kind === "pdf" || kind === "picture") {
    const what = kind === "pdf" ? "a PDF" : "a picture";
    throw unreadableError(`this is ${what}, which is not read; ask whoever made it for the list as .xlsx or CSV`);
  }
  if (kind === "zip") yield* readSpreadsheet(path, prependChunk(first, chunks), sheet);
  else if (sheet !== undefined) throw new AppError("BAD_REQUEST", "--sheet is for spreadsheets only");
  else yield* readCsv(first, chunks, total);
}

const unreadableError = (message: string, cause?: unknown): AppError =>
  new AppError("IMPORT_UNREADABLE", message, { cause });

function openFile(path: string) {
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw new AppError("BAD_REQUEST", `${path} is a folder; name the file in it`);
    if (!status.isFile()) throw new AppError("BAD_REQUEST", `${path} is no file`);
    const file = openSync(path, "r");
    const bytes = createReadStream(path, { fd: file, highWaterMark: 256 * 1_024 });
    return { bytes, total: fstatSync(file).size };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("BAD_REQUEST", describeNotOpened(path, error), { cause: error });
  }
}

function describeNotOpened(path: string, error: unknown): string {
  const where = isAbsolute(path) ? "" : `, looked for in ${process.cwd()}`;
  if ((error as NodeJS.ErrnoException).code === "ENOENT") {
    const told = `${path} is not there${where}: look how its name is spelled`;
    return where === "" ? told : `${told}, or give it as standard input ("- < ${path}")`;
  }
  return `${path} cannot be read (${describeRefusal(error)}${where}): give it as standard input ("- < ${path}")`;
}

async function* readChunks(bytes: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer, undefined> {
  try {
    for await (const chunk of bytes) yield Buffer.from(chunk);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw unreadableError(`${path === "-" ? "standard input" : path} cannot be read (${code})`, error);
  }
  return undefined;
}

async function* readSpreadsheet(path: string, chunks: AsyncIterable<Buffer>, sheet: string | undefined) {
  if (path !== "-") return yield* readSheetRows(path, sheet);
  const directory = mkdtempSync(join(tmpdir(), "sapa-import-"));
  try {
    const file = join(directory, "standard-input.xlsx");
    await writeFile(file, chunks, { mode: 0o600 });
    yield* readSheetRows(file, sheet);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const SEPARATORS = [",", ";", "\t", "|"];

/** A first line such as `sep=;` names the separator. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 30);
  const said = /^(?:\uFEFF)?"?sep=(.)"?$/i.exec(lines[0] ?? "")?.[1];
  if (said) return said;
  const counted = SEPARATORS.map((one) => [one, Math.max(...lines.map((line) => line.split(one).length))] as const);
  return counted.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}

async function* readCsv(first: Buffer, more: AsyncIterable<Buffer>, total: number): AsyncGenerator<Batch> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let parser: ReturnType<typeof parse> | undefined;
  let rows: Cell[][] = [];
  let done = 0;
  let lines = 1;
  for await (const chunk of prependChunk(first, more)) {
    const text = decodeChunk(decoder, chunk, lines);
    parser ??= parse({
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
    if (parser.listenerCount("error") === 0) parser.on("error", () => undefined); // the code below reads the error from `errored`
    parser.write(text);
    lines += countNewlines(text);
    done += chunk.length;
    rows = drainRows(parser, rows);
    for (; rows.length >= BATCH_ROWS; rows = rows.slice(BATCH_ROWS))
      yield { rows: rows.slice(0, BATCH_ROWS), done, total };
    if (parser.errored) throw rowUnreadableError(parser.errored);
  }
  if (parser) yield { rows: await readRest(parser, rows), done, total };
}

async function* prependChunk(first: Buffer, more: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* more;
}

function decodeChunk(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch (cause) {
    const at = line + countNewlines(chunk.toString("latin1"));
    throw unreadableError(`not UTF-8 between lines ${line} and ${at}: save the file as UTF-8`, cause);
  }
}

const countNewlines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

function drainRows(parser: ReturnType<typeof parse>, rows: Cell[][]): Cell[][] {
  for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row);
  return rows;
}

async function readRest(parser: ReturnType<typeof parse>, rows: Cell[][]): Promise<Cell[][]> {
  parser.end();
  try {
    for await (const row of parser) rows.push(row);
  } catch (error) {
    throw rowUnreadableError(error as Error);
  }
  return rows;
}

/** The parser's error repeats the cell, which may contain personal data. */
function rowUnreadableError(error: Error): AppError {
  const { records, column } = error as { records?: number; column?: number };
  const row = records === undefined ? "?" : String(records + 1);
  const cell = typeof column === "number" ? `, column ${column + 1}` : "";
  return unreadableError(`the CSV cannot be read in row ${row}${cell}: a quotation mark stands alone there`, error);
}
