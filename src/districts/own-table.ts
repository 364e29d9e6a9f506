import { readCells, type Separator, separatorOf } from "./csv.ts";

export type OwnTable = { row: (value: string) => Record<string, string>; text: () => string };

/** Changes keep the table's rows, columns, separator and byte order mark. */
export function openTable(before: string | undefined, keyColumn: string, columns: readonly string[]): OwnTable {
  const text = before ?? `${keyColumn}\n`;
  const separator = separatorOf(text);
  const [head = [], ...cells] = readCells(text, separator).map(({ values }) => values.map((cell) => cell.trim()));
  const header = [...head, ...columns.filter((name) => !head.includes(name))];
  const rows = cells.map((those) => Object.fromEntries(header.map((name, at) => [name, those[at] ?? ""])));
  const byKey = new Map(rows.map((row) => [row[keyColumn] ?? "", row]));
  return {
    row(value) {
      const known = byKey.get(value);
      if (known) return known;
      const made: Record<string, string> = { [keyColumn]: value };
      rows.push(made);
      byKey.set(value, made);
      return made;
    },
    text() {
      const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
      const written = lines.map((those) => those.map((cell) => quoteCell(cell, separator)).join(separator));
      return `${text.startsWith("\uFEFF") ? "\uFEFF" : ""}${written.join("\n")}\n`;
    },
  };
}

const quoteCell = (cell: string, separator: Separator): string =>
  cell.includes(separator) || /["\r\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
