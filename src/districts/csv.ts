/** A row by its header's names, with its line in the file, counted from 1. */
export type CsvRow = { line: number; values: Record<string, string> };

/** Reads CSV with a header (RFC 4180 quotes, comma, LF or CRLF, UTF-8 with or without BOM); empty lines are left out. */
export function readCsv(text: string): CsvRow[] {
  const [header, ...rows] = cells(text.replace(/^﻿/, ""));
  if (!header) return [];
  return rows.map(({ line, values }) => ({
    line,
    values: Object.fromEntries(header.values.map((name, index) => [name.trim(), (values[index] ?? "").trim()])),
  }));
}

function cells(text: string): { line: number; values: string[] }[] {
  if (!text.includes('"')) {
    return text
      .split(/\r?\n/)
      .flatMap((row, index) => (row === "" ? [] : [{ line: index + 1, values: row.split(",") }]));
  }
  const rows: { line: number; values: string[] }[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let values: string[] = [];
  let line = 1;
  let begun = line;
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (!found) throw new Error(`line ${line}: a quote is not closed`);
    const [, quoted, plain = "", end] = found;
    values.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += found[0].split("\n").length - 1;
    if (end === ",") continue;
    if (values.length > 1 || values[0] !== "") rows.push({ line: begun, values });
    values = [];
    begun = line;
  }
  return rows;
}
