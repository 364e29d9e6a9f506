import sheets from "../../districts/national/sheet-words.json" with { type: "json" };
import { readCells, separatorOf } from "./csv.ts";
import { PackTextError } from "./json-text.ts";
import type { Located } from "./located-json.ts";
import type { FileShape } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";

type TableShape = Extract<FileShape, { kind: "csv" }>;

const GATHERED = ["hours", "signed_off"];
/** In an office's cell, this sign removes the shipped value. An empty cell keeps the shipped value. */
const NONE = "-";
export const REMOVED = "removed";

/** Throws PackTextError for an open quote. */
export function readLocatedTable(
  text: string,
  file: string,
  shape: TableShape,
  isOwn: boolean,
  problems: Problems,
): Located {
  const [header, ...rows] = readRowsOf(text, file);
  if (!header) return { at: `${file}:1`, items: [] };
  const names = header.values.map((name) => name.trim());
  const known = [...shape.columns, ...(isOwn ? [REMOVED] : [])];
  const strange = names.filter((name) => !known.includes(name));
  const missing = shape.key.filter((name) => !names.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const place = `${file}:${header.line}`;
  if (strange.length > 0) problems.push(`${place}: no column ${strange.join(", ")}; there are ${known.join(", ")}`);
  if (missing.length > 0) problems.push(`${place}: column ${missing.join(", ")} is missing`);
  if (twice.length > 0) problems.push(`${place}: column ${twice.join(", ")} stands there twice`);
  if (strange.length + missing.length + twice.length > 0) return { at: place, items: [] };
  const items = rows.flatMap(({ line, values }): Located[] => {
    const at = `${file}:${line}`;
    if (values.length > names.length) {
      problems.push(
        `${at}: has ${values.length} cells, the header has ${names.length}; put cells that hold a comma in quotes`,
      );
      return [];
    }
    const cells = names.map((name, index) => [name, (values[index] ?? "").trim()] as const);
    if (cells.every(([, cell]) => cell === "")) return [];
    return [{ at, fields: gatherFields(cells, at, isOwn, problems) }];
  });
  return { at: place, items };
}

export function readRowsOf(text: string, file: string) {
  try {
    return readCells(text, separatorOf(text));
  } catch (error) {
    const [, line = "1", why = ""] = /^line (\d+): (.*)$/.exec((error as Error).message) ?? [];
    throw new PackTextError(`${file}:${line}: ${why}`);
  }
}

function gatherFields(cells: readonly (readonly [string, string])[], at: string, isOwn: boolean, problems: Problems) {
  const fields = new Map<string, Located>();
  for (const [name, cell] of cells) {
    if (cell === "" && (isOwn || partOf(name))) continue;
    if (name === REMOVED) {
      if (sheets.yes.includes(cell.toLowerCase())) fields.set(name, { at, value: true });
      else problems.push(`${at}: ${REMOVED}: ${cell} is not ${sheets.yes[0]}; leave it empty for a row that stays`);
      continue;
    }
    const node: Located = { at, value: isOwn && cell === NONE ? "" : cell };
    const part = partOf(name);
    if (!part) {
      fields.set(name, node);
      continue;
    }
    const whole = fields.get(part.field);
    const parts = whole && "fields" in whole ? whole.fields : new Map<string, Located>();
    fields.set(part.field, { at, fields: parts.set(part.name, node) });
  }
  return fields;
}

function partOf(column: string): { field: string; name: string } | undefined {
  const field = GATHERED.find((one) => column.startsWith(`${one}_`));
  return field === undefined ? undefined : { field, name: column.slice(field.length + 1) };
}
