import { existsSync } from "node:fs";
import { AppError } from "../vocabulary/errors.ts";
import { ADDED, rowsOf } from "./lay-over.ts";
import { plainValue } from "./located-json.ts";
import { checkOwn } from "./own-files.ts";
import { type Layers, listFiles, type Packs, readLayers } from "./pack-files.ts";
import { pathsBelow, shapeOf } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { SIGNED_OFF } from "./signature.ts";

/** A new value has no `before`, and a removed value has no `after`. */
export type Change = { file: string; row: string; field: string; before: unknown; after: unknown };

/**
 * With `district`, lists only changes for this district and in shared files. Throws DISTRICT_INVALID for a wrong file
 * of the office.
 */
export function listChanges(root: Packs, district?: string): Change[] {
  const { shipped, own } = root;
  if (own === undefined || !existsSync(own)) return [];
  const problems: Problems = [];
  checkOwn(root, problems);
  const folders = district === undefined ? undefined : ["areas", "national", district];
  const files = listFiles(own).filter((path) => shapeOf(path) && (folders?.includes(path.split("/")[0] ?? "") ?? true));
  const changes = files.flatMap((file) => listChangesIn({ shipped, own }, file, problems));
  if (problems.length > 0) throw new AppError("DISTRICT_INVALID", [...new Set(problems)].join("\n"));
  return changes;
}

function listChangesIn(root: { shipped: string; own: string }, file: string, problems: Problems): Change[] {
  const key = shapeOf(file)?.key;
  const paths = pathsBelow(file);
  // `before` notes no problems, because `after` notes the same ones.
  const before = readLayers(root, paths, [], paths.slice(0, -1));
  const after = readLayers(root, paths, problems);
  if (key === undefined) return compareValues({ file, row: "" }, "", plainOf(before), plainOf(after));
  const rowsIn = (layers: Layers | undefined) =>
    new Map(layers ? rowsOf(layers.all, [key].flat(), []).map((row) => [row.key, plainValue(row.node)]) : []);
  const [old, current] = [rowsIn(before), rowsIn(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((row) =>
    compareValues({ file, row }, "", old.get(row), current.get(row)),
  );
}

const plainOf = (layers: Layers | undefined): unknown => layers && plainValue(layers.all);

type Where = Pick<Change, "file" | "row">;

function compareValues(where: Where, field: string, before: unknown, after: unknown): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (field === ADDED && Array.isArray(before) && Array.isArray(after))
    return [{ ...where, field, before: undefined, after: after.slice(before.length) }];
  if (!isObject(before) || !isObject(after)) return [{ ...where, field, before, after }];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete(SIGNED_OFF);
  return [...names].flatMap((name) =>
    compareValues(where, field === "" ? name : `${field}.${name}`, before[name], after[name]),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
