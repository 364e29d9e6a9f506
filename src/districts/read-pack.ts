import { basename } from "node:path";
import type { z } from "zod";
import { plainProblem, problemOf } from "../plain-problems.ts";
import { rowsOf } from "./lay-over.ts";
import { type Fields, isFields, type Located, placeOf, plainValue } from "./located-json.ts";
import { type PackRoot, packsOf, readLayers } from "./pack-files.ts";
import { shapeOf } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { isSigned, readSignState, SIGNED_OFF, type SignState } from "./signature.ts";
import { REMOVED } from "./table-text.ts";
import { nearestNote } from "./unknown-district.ts";

/** `shipped`: the fields from the shipped packs. */
export type Entry<T> = { key: string; value: T; node: Fields; shipped: Fields | undefined; state: SignState };

/** Returns `undefined` if no pack has the file, or if the object does not fit. */
export function readObject<Schema extends z.ZodType>(
  root: PackRoot,
  path: string | readonly string[],
  schema: Schema,
  problems: Problems,
  names?: readonly string[],
): Entry<z.output<Schema>> | undefined {
  const layers = readLayers(root, [path].flat(), problems);
  if (!layers) return undefined;
  const { all, shipped } = layers;
  const known = shipped === undefined && names ? [...names] : undefined;
  if (!isFields(all)) {
    problems.push(`${all.at}: must be an object in braces`);
    return undefined;
  }
  return entryOf({ key: "", node: all, shipped: isFields(shipped) ? shipped : undefined, known }, schema, problems);
}

export function readList<Schema extends z.ZodType>(
  root: PackRoot,
  paths: readonly string[],
  schema: Schema,
  problems: Problems,
): Entry<z.output<Schema>>[] {
  const layers = readLayers(root, paths, problems);
  const shape = shapeOf(paths[0] ?? "");
  if (!layers || !shape?.key) return [];
  const key = [shape.key].flat();
  const below = layers.shipped ? rowsOf(layers.shipped, key, []) : [];
  const shippedRows = new Map(below.map((row) => [row.key, row.node]));
  return rowsOf(layers.all, key, []).flatMap((row) => {
    const shipped = shippedRows.get(row.key);
    const { own } = packsOf(root);
    const isNew = shipped === undefined && own !== undefined && row.node.at.startsWith(`${own}/`);
    const known = isNew ? [...shippedRows.keys()] : undefined;
    const columns = shape.kind === "csv" ? shape.columns : [];
    return entryOf({ ...row, shipped, known, columns }, schema, problems) ?? [];
  });
}

const emptyCells = (columns: readonly string[]) =>
  Object.fromEntries(columns.filter((name) => !/^(hours|signed_off)_/.test(name)).map((name) => [name, ""]));

type Raw = {
  key: string;
  node: Fields;
  shipped: Fields | undefined;
  known?: string[] | undefined;
  columns?: string[];
};

function entryOf<Schema extends z.ZodType>(
  { key, node, shipped, known, columns = [] }: Raw,
  schema: Schema,
  problems: Problems,
): Entry<z.output<Schema>> | undefined {
  const state = readSignState(node, shipped, []);
  const raw = { ...emptyCells(columns), ...(withMarks(node, shipped, problems) as Record<string, unknown>) };
  const parsed = schema.safeParse(raw, { error: plainProblem });
  const label = key === "" ? "" : `${key}: `;
  if (!parsed.success) {
    const { issues } = parsed.error;
    const lacking = issues
      .filter(({ path }) => path.length === 1 && !raw[String(path[0])])
      .map(({ path }) => String(path[0]));
    if (known && lacking.length > 0) {
      const near = nearestNote(key || nameOf(node.at), known);
      problems.push(`${node.at}: ${label}nothing that ships has it${near}, and a new one needs ${lacking.join(", ")}`);
      return undefined;
    }
    for (const { path, message } of issues) {
      problems.push(`${placeOf(node, path)}: ${label}${problemOf(path.join("."), message)}`);
    }
    return undefined;
  }
  for (const path of strayFields(node, parsed.data)) {
    problems.push(
      `${placeOf(node, path)}: ${label}${path.join(".")}: there is no such field${movedNote(path.join("."))}`,
    );
  }
  return { key, value: parsed.data, node, shipped, state };
}

/** Maps a field of an earlier release to the place of its fact now. */
const MOVED: Partial<Record<string, string>> = {
  "agency.address": "the address of an office stands in offices.csv alone",
  "agency.phone": "the telephone of an office stands in offices.csv alone",
  "agency.website": "a site stands in agency.official alone",
};

const movedNote = (field: string): string => {
  const where = MOVED[field];
  return where ? ` any more; ${where}; write it there and delete it here` : "";
};

const nameOf = (at: string): string => basename(at.replace(/\.json:\d+$/, ""));

/** Replaces each signature by `true` if the signature counts, otherwise by `false`. */
function withMarks(node: Located, below: Located | undefined, problems: Problems): unknown {
  if (!isFields(node)) return plainValue(node);
  const under = isFields(below) ? below : undefined;
  return Object.fromEntries(
    [...node.fields].map(([name, field]) =>
      name === SIGNED_OFF
        ? [name, isSigned(readSignState(node, under, problems))]
        : [name, withMarks(field, under?.fields.get(name), problems)],
    ),
  );
}

function strayFields(node: Located, read: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof read !== "object" || read === null) return [];
  if ("items" in node)
    return node.items.flatMap((item, index) => strayFields(item, (read as unknown[])[index], [...path, index]));
  if (!isFields(node)) return [];
  return [...node.fields].flatMap(([name, field]) => {
    if (name === SIGNED_OFF || name === REMOVED) return [];
    if (!Object.hasOwn(read, name)) return [[...path, name]];
    return strayFields(field, (read as Record<string, unknown>)[name], [...path, name]);
  });
}
