import { createReadStream, statSync } from "node:fs";
import { parse } from "csv-parse";
import { AppError } from "../errors.ts";
import type { Cell } from "../register/import-cell.ts";
import { sheetRows } from "./sheet-rows.ts";

const AT_ONCE = 1_000;

/** A file's rows in batches, header first; `done` and `total` in bytes (0 when unknown). */
export type Batch = { rows: Cell[][]; done: number; total: number };

/** Reads CSV or XLSX by its name, `-` as CSV from standard input. Throws IMPORT_UNREADABLE naming the line. */
export async function* batchesOf(path: string): AsyncGenerator<Batch> {
  if (/\.xlsx$/i.test(path)) yield* sheetRows(path);
  else if (path === "-") yield* csv(process.stdin, 0);
  else yield* csv(createReadStream(path, { highWaterMark: 256 * 1_024 }), statSync(path).size);
}

/** The separator of the first line: whichever stands there most often. */
function delimiterOf(text: string): string {
  const [line = ""] = text.split(/\r?\n/, 1);
  const counted = [",", ";", "\t"].map((separator) => [separator, line.split(separator).length] as const);
  return counted.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ",";
}

async function* csv(bytes: AsyncIterable<Buffer>, total: number): AsyncGenerator<Batch> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let parser: ReturnType<typeof parse> | undefined;
  let rows: Cell[][] = [];
  let done = 0;
  let lines = 1;
  for await (const chunk of bytes) {
    const text = decoded(decoder, chunk, lines);
    parser ??= parse({ delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true });
    parser.write(text);
    lines += newlines(text);
    done += chunk.length;
    rows = drained(parser, rows);
    for (; rows.length >= AT_ONCE; rows = rows.slice(AT_ONCE)) yield { rows: rows.slice(0, AT_ONCE), done, total };
    if (parser.errored) throw unreadable(parser.errored);
  }
  if (!parser) throw new AppError("IMPORT_UNREADABLE", "the file is empty");
  yield { rows: await rest(parser, rows), done, total };
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, line: number): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch (cause) {
    const at = line + newlines(chunk.toString("latin1"));
    throw new AppError("IMPORT_UNREADABLE", `not UTF-8 between lines ${line} and ${at}: save the file as UTF-8`, {
      cause,
    });
  }
}

const newlines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

function drained(parser: ReturnType<typeof parse>, rows: Cell[][]): Cell[][] {
  for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row);
  return rows;
}

async function rest(parser: ReturnType<typeof parse>, rows: Cell[][]): Promise<Cell[][]> {
  parser.end();
  try {
    for await (const row of parser) rows.push(row);
  } catch (error) {
    throw unreadable(error as Error);
  }
  return rows;
}

const unreadable = (error: Error): AppError =>
  new AppError("IMPORT_UNREADABLE", `the CSV cannot be read near line ${(error as { lines?: number }).lines ?? "?"}`, {
    cause: error,
  });
