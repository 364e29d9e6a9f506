import { readFileSync } from "node:fs";
import { readSheet } from "read-excel-file/node";
import { checkWorkbook, rowsWithFormulas } from "../imports/check-workbook.ts";
import { AppError } from "../vocabulary/errors.ts";
import { COLUMNS, type ColumnName, NEEDED } from "./columns.ts";

export type SheetRow = { row: number; key: string; indonesian: string; translation: string };
export type TranslationSheet = { language: string; rows: SheetRow[]; faults: string[] };

const refused = (words: string): AppError => new AppError("BAD_REQUEST", words);

/**
 * `faults`: a sentence for each cell that is no text. Rejects with BAD_REQUEST if no sheet has the name of a language.
 */
export async function readTranslationSheet(file: string, languages: readonly string[]): Promise<TranslationSheet> {
  const bytes = readFile(file);
  if (!bytes.subarray(0, 2).equals(Buffer.from("PK")))
    throw refused(`${file}: is no XLSX, whatever its name is; save the sheet as "Excel Workbook (.xlsx)"`);
  const sheets = namesOf(file, bytes);
  const language = languages.find((one) => sheets.includes(one));
  if (language === undefined) {
    const there = sheets.map((name) => `"${name}"`).join(", ");
    throw refused(`${file}: has no sheet named after a language (${languages.join(", ")}); it has ${there}`);
  }
  const cells = (await readSheet(bytes, language, { trim: false })) as unknown[][];
  const places = placesIn(file, cells[0] ?? []);
  const formulas = rowsWithFormulas(bytes).map(
    (row) => `row ${row}: holds a formula, and only its text can be taken; paste it as a value`,
  );
  const read = cells.slice(1).flatMap((line, index) => readRow(line, index + 2, places));
  return {
    language,
    rows: read.flatMap(({ found }) => found ?? []),
    faults: [...formulas, ...read.flatMap(({ fault }) => fault ?? [])],
  };
}

function readFile(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw refused(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
}

function namesOf(file: string, bytes: Buffer): string[] {
  try {
    return checkWorkbook(bytes).map(({ name }) => name);
  } catch (error) {
    if (error instanceof AppError) throw refused(`${file}: ${error.message.replace(/: save the sheet as CSV.*$/, "")}`);
    throw error;
  }
}

type Places = Record<ColumnName, number>;

function placesIn(file: string, headings: readonly unknown[]): Places {
  const plain = headings.map((one) =>
    String(one ?? "")
      .trim()
      .toLowerCase(),
  );
  const places = Object.fromEntries(COLUMNS.map(({ name, heading }) => [name, plain.indexOf(heading.toLowerCase())]));
  const missing = COLUMNS.filter(({ name }) => NEEDED.includes(name) && (places[name] ?? -1) < 0);
  if (missing.length > 0) {
    const names = missing.map(({ heading }) => `"${heading}"`).join(", ");
    throw refused(`${file}: row 1 has no column ${names}; export the texts again and write into that sheet`);
  }
  return places as Places;
}

function readRow(line: readonly unknown[], row: number, places: Places): { found?: SheetRow; fault?: string }[] {
  const cells = (["key", "indonesian", "translation"] as const).map((name) => line[places[name]] ?? "");
  if (cells.every((cell) => cell === "")) return [];
  if (!cells.every((cell) => typeof cell === "string"))
    return [{ fault: `row ${row}: holds a number, a date or a yes/no; format the cell as text and write it again` }];
  const [key = "", indonesian = "", translation = ""] = cells as string[];
  return [{ found: { row, key: key.trim(), indonesian, translation } }];
}
