import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Localised } from "../vocabulary/message.ts";
import { isLanguage } from "./lay-over.ts";
import { type Located, plainValue, textOf } from "./located-json.ts";
import { listFiles, listPackIds, type PackRoot, packsOf, readLayers } from "./pack-files.ts";
import { shapeOf } from "./pack-shape.ts";

/** `key`: where the words stand, such as `national/reasons/KTP_LAMA/steps/1`. */
export type Wording = { key: string; words: Localised };

export function listWordings(root: PackRoot): Wording[] {
  const { shipped, own } = packsOf(root);
  const folders = ["national", ...listPackIds(root)];
  const paths = new Set(
    folders.flatMap((folder) => [shipped, ...(own ? [own] : [])].flatMap((base) => filesOf(base, folder))),
  );
  return [...paths].sort().flatMap((path) => {
    const shape = shapeOf(path);
    if (shape?.kind !== "json") return [];
    const layers = readLayers(root, [path], []);
    return layers ? wordingsIn(layers.all, path.replace(/\.json$/, ""), shape.key) : [];
  });
}

function filesOf(base: string, folder: string): string[] {
  if (!existsSync(join(base, folder))) return [];
  return listFiles(base, folder).filter((path) => path.endsWith(".json") && !path.includes("/sample/"));
}

function wordingsIn(node: Located, key: string, rowKey?: string): Wording[] {
  if ("items" in node)
    return node.items.flatMap((item, index) => {
      const name = rowKey === undefined ? undefined : textOf(item, rowKey);
      return wordingsIn(item, `${key}/${name ?? index + 1}`);
    });
  if (!("fields" in node)) return [];
  const names = [...node.fields.keys()];
  if (names.includes("id") && names.every(isLanguage)) return [{ key, words: plainValue(node) as Localised }];
  return [...node.fields].flatMap(([name, child]) => wordingsIn(child, `${key}/${name}`));
}
