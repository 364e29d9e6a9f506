import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { rowsOf } from "./lay-over.ts";
import { plainValue } from "./located.ts";
import { type Layers, type Packs, readLayers } from "./pack-files.ts";
import { pathsBelow, shapeOf } from "./pack-shape.ts";
import { SIGNED_OFF } from "./signature.ts";

/** One thing that an office's own folder says otherwise than what ships; `undefined` is not there. */
export type Change = { file: string; row: string; field: string; before: unknown; after: unknown };

/** Everything that an office's own folder changes, signatures aside; of one district with what it shares, or of all. */
export function changesOf({ shipped, own }: Packs, district?: string): Change[] {
  if (own === undefined || !existsSync(own)) return [];
  const files = readdirSync(own, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(own, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(
      (path) =>
        shapeOf(path) && (district === undefined || ["areas", "national", district].includes(path.split("/")[0] ?? "")),
    );
  return files.sort().flatMap((file) => changesIn({ shipped, own }, file));
}

function changesIn(root: { shipped: string; own: string }, file: string): Change[] {
  const key = shapeOf(file)?.key;
  const paths = pathsBelow(file);
  const before = readLayers(root, paths, [], paths.slice(0, -1));
  const after = readLayers(root, paths, []);
  if (key === undefined) return compared({ file, row: "" }, "", plainOf(before), plainOf(after));
  const rowsIn = (layers: Layers | undefined) =>
    new Map(layers ? rowsOf(layers.all, [key].flat(), []).map((row) => [row.key, plainValue(row.node)]) : []);
  const [old, now] = [rowsIn(before), rowsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((row) =>
    compared({ file, row }, "", old.get(row), now.get(row)),
  );
}

const plainOf = (layers: Layers | undefined): unknown => layers && plainValue(layers.all);

type Where = Pick<Change, "file" | "row">;

/** What differs, down to the field; a list is one value. */
function compared(where: Where, field: string, before: unknown, after: unknown): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ ...where, field, before, after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete(SIGNED_OFF);
  return [...names].flatMap((name) =>
    compared(where, field === "" ? name : `${field}.${name}`, before[name], after[name]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
