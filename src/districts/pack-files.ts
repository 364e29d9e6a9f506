import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "./csv.ts";
import { PackTextError, readLocatedJson } from "./json-text.ts";
import { layOver, layRowsOver } from "./lay-over.ts";
import { type Located, plainValue } from "./located-json.ts";
import { type FileShape, shapeOf } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { readLocatedTable } from "./table-text.ts";

/** `own`: the office's folder, whose files change the shipped packs. */
export type Packs = { shipped: string; own?: string };
export type PackRoot = string | Packs;

export const packsOf = (root: PackRoot): Packs => (typeof root === "string" ? { shipped: root } : root);

/** `shipped`: the file without the office's changes. */
export type Layers = { all: Located; shipped: Located | undefined; files: string[] };

/** Reads an office's own files only at `ownPaths`. */
export function readLayers(
  root: PackRoot,
  paths: readonly string[],
  problems: Problems,
  ownPaths = paths,
): Layers | undefined {
  const { shipped, own } = packsOf(root);
  const layers = paths.flatMap((path) =>
    [shipped, own].flatMap((folder) => {
      const shape = shapeOf(path);
      if (folder === undefined || !shape || (folder === own && !ownPaths.includes(path))) return [];
      const file = join(folder, path);
      const node = existsSync(file) ? readLayer(file, shape, folder === own, problems) : undefined;
      return node ? [{ node, file, shape, isOwn: folder === own }] : [];
    }),
  );
  const together = (those: typeof layers, noted: Problems) =>
    those.reduce<Located | undefined>((base, { node, shape }) => {
      if (shape.key === undefined) return base ? layOver(base, node) : node;
      const key = [shape.key].flat();
      return layRowsOver(base ?? { at: node.at, items: [] }, node, key, noted);
    }, undefined);
  const all = together(layers, problems);
  if (!all) return undefined;
  const isLaidOver = layers.some(({ isOwn }) => isOwn);
  const below = layers.filter(({ isOwn }) => !isOwn);
  return { all, shipped: isLaidOver ? together(below, []) : all, files: layers.map(({ file }) => file) };
}

function readLayer(file: string, shape: FileShape, isOwn: boolean, problems: Problems): Located | undefined {
  try {
    const text = readText(file);
    return shape.kind === "json" ? readLocatedJson(text, file) : readLocatedTable(text, file, shape, isOwn, problems);
  } catch (error) {
    if (error instanceof PackTextError) problems.push(error.message);
    else problems.push(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
    return undefined;
  }
}

export function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    throw new PackTextError(`${file}:1: is not in UTF-8; save it anew as UTF-8`);
  }
}

export function hasOwn(root: PackRoot, path: string): boolean {
  const { own } = packsOf(root);
  return own !== undefined && existsSync(join(own, path));
}

export function listFiles(own: string, folder = ""): string[] {
  return readdirSync(join(own, folder))
    .filter((name) => !name.startsWith(".") && !name.endsWith(".md"))
    .sort()
    .flatMap((name) => {
      const path = folder === "" ? name : `${folder}/${name}`;
      return isFolder(join(own, path)) ? listFiles(own, path) : [path];
    });
}

export function listOwnFiles(root: PackRoot): string[] {
  const { own } = packsOf(root);
  return own !== undefined && existsSync(own) ? listFiles(own) : [];
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * If the office has rows, adds a problem instead of throwing an Error. Rows in which no cell begins with `start` may be
 * missing.
 */
export function readTable(root: PackRoot, path: string, problems: Problems, start = ""): Record<string, string>[] {
  if (!hasOwn(root, path)) {
    const rows = readCsv(readText(join(packsOf(root).shipped, path)), (cells) =>
      cells.some((cell) => cell.startsWith(start)),
    );
    return rows.map(({ values }) => values);
  }
  const layers = readLayers(root, [path], problems);
  return layers ? (plainValue(layers.all) as Record<string, string>[]) : [];
}

export function listPackIds(root: PackRoot): string[] {
  const { shipped, own } = packsOf(root);
  const ids = [shipped, own].flatMap((folder) =>
    listFolders(folder).filter((name) => existsSync(join(folder ?? "", name, "district.json"))),
  );
  return [...new Set(ids)];
}

export function listJsonNames(root: PackRoot, folder: string): string[] {
  const { shipped, own } = packsOf(root);
  const names = [shipped, own].flatMap((one) => (one === undefined ? [] : listNames(join(one, folder))));
  return [...new Set(names.flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : [])))].sort();
}

const listNames = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

const listFolders = (folder: string | undefined): string[] =>
  folder === undefined ? [] : listNames(folder).filter((name) => isFolder(join(folder, name)));
