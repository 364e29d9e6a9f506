/** `line` counts from 1. */
export type CsvRow = { line: number; values: Record<string, string> };
export type CsvCells = { line: number; values: string[] };

/** Reads CSV with a header: RFC 4180 quotes, LF or CRLF, with or without BOM. */
export function readCsv(text: string, isWanted: (cells: readonly string[]) => boolean = () => true): CsvRow[] {
  const [header, ...rows] = readCells(text);
  if (!header) return [];
  const names = header.values.map((name) => name.trim());
  return rows.flatMap(({ line, values }) => {
    if (!isWanted(values)) return [];
    return [{ line, values: Object.fromEntries(names.map((name, index) => [name, (values[index] ?? "").trim()])) }];
  });
}

export type Separator = "," | ";" | "\t";

export function separatorOf(text: string): Separator {
  const [header = ""] = text.split("\n", 1);
  if (header.includes(",")) return ",";
  return header.includes(";") ? ";" : header.includes("\t") ? "\t" : ",";
}

/** Throws an Error with the line of an open quote. */
export function readCells(whole: string, separator: Separator = ","): CsvCells[] {
  const text = whole.replace(/^\uFEFF/, "");
  if (!text.includes('"')) {
    return text
      .split(/\r?\n/)
      .flatMap((row, index) => (row === "" ? [] : [{ line: index + 1, values: row.split(separator) }]));
  }
  const rows: CsvCells[] = [];
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, "y");
  let values: string[] = [];
  let line = 1;
  let begun = line;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) throw new Error(`line ${line}: a quote is not closed`);
    const [, quoted, plain = "", end] = found;
    values.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += found[0].split("\n").length - 1;
    if (end === separator) continue;
    if (values.length > 1 || values[0] !== "") rows.push({ line: begun, values });
    values = [];
    begun = line;
  }
  return rows;
}
