import { readFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";
import { checkWorkbook } from "../src/cli/sheet-check.ts";
import { AppError } from "../src/errors.ts";

/**
 * Reads the first sheet of the file that it is named, and ends: a line of JSON for so many rows, dates as `{"date": ms}`,
 * or one line with what is wrong. It is started with the limits of src/cli/sheet-rows.ts.
 */
const AT_ONCE = 1_000;
const [path = ""] = process.argv.slice(2);

async function print(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) {
    await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}

const plain = (cell: unknown): unknown => (cell instanceof Date ? { date: cell.getTime() } : cell);

try {
  checkWorkbook(readFileSync(path));
  const rows = (await readSheet(path)) as unknown[][];
  for (let at = 0; at < rows.length || at === 0; at += AT_ONCE) {
    await print({ rows: rows.slice(at, at + AT_ONCE).map((row) => row.map(plain)), total: rows.length });
  }
} catch (thrown) {
  await print({ wrong: thrown instanceof AppError ? thrown.message : "not a readable XLSX file" });
}
