import { readFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";
import { checkWorkbook, type Sheet } from "../src/imports/check-workbook.ts";
import { type FormulaCell, findFormulaCells } from "../src/imports/formula-cells.ts";
import { AppError } from "../src/vocabulary/errors.ts";

/**
 * The arguments are the file's path and the sheet's name; without a name, reads the first visible sheet. Prints a line
 * of JSON for each 1,000 rows (dates as `{"date": ms}`), or one line with the fault. src/imports/sheet-rows.ts starts
 * this program with limits of memory and time.
 */

const AT_ONCE = 1_000;
const [path = "", wanted] = process.argv.slice(2);

async function print(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) {
    await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}

const plain = (cell: unknown): unknown => (cell instanceof Date ? { date: cell.getTime() } : cell);

const visibleOf = (sheets: readonly Sheet[]): Sheet[] => sheets.filter(({ hidden }) => !hidden);

function chosen(sheets: readonly Sheet[]): string {
  const visible = visibleOf(sheets);
  const sheet = wanted === undefined ? visible[0] : sheets.find(({ name }) => name === wanted);
  if (sheet) return sheet.name;
  const names = visible.map(({ name }) => `"${name}"`).join(", ");
  const said = wanted === undefined ? "every sheet of the XLSX is hidden" : `the XLSX has no sheet "${wanted}"`;
  throw new AppError("IMPORT_UNREADABLE", `${said}; --sheet names one${names ? `: ${names}` : ""}`);
}

function placeFormulas(rows: unknown[][], formulas: readonly FormulaCell[]): void {
  for (const { row, column, text } of formulas) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = text;
  }
  const width = formulas.reduce((widest, { column }) => Math.max(widest, column + 1), rows[0]?.length ?? 0);
  for (const cells of rows) while (cells.length < width) cells.push(null);
}

try {
  const bytes = readFileSync(path);
  const sheets = checkWorkbook(bytes);
  const sheet = chosen(sheets);
  const others = visibleOf(sheets).flatMap(({ name }) => (name === sheet ? [] : [name]));
  const formulas = findFormulaCells(bytes, sheet);
  const rows = (await readSheet(path, sheet)) as unknown[][];
  if (formulas.length > 0) placeFormulas(rows, formulas);
  for (let at = 0; at < rows.length || at === 0; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE).map((row) => row.map(plain));
    await print({ rows: some, total: rows.length, sheet, others });
  }
} catch (thrown) {
  await print({ wrong: thrown instanceof AppError ? thrown.message : "not a readable XLSX file" });
}
