import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { checkAreas } from "./areas.ts";
import { jsonNames, type PackRoot, packIds, packsOf } from "./pack-files.ts";
import { filesFor, shapeOf } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { readObject } from "./read-pack.ts";

/** The columns of a usual export, theirs -> ours: `national/layouts/NAME.json`. */
export const Layout = z.record(z.string(), z.string());

/** Notes what an office's own folder holds that nothing reads, and what is wrong in the files that belong to no district. */
export function checkOwn(root: PackRoot, problems: Problems): void {
  const { shipped, own } = packsOf(root);
  if (own === undefined || !existsSync(own)) return;
  checkOwnFiles(shipped, own, packIds(root), problems);
  checkAreas(root, problems);
  for (const name of jsonNames(root, "national/layouts")) {
    readObject(root, `national/layouts/${name}.json`, Layout, problems);
  }
}

/** Names with a dot in front and texts (`*.md`) are the office's own business. */
function checkOwnFiles(shipped: string, own: string, ids: readonly string[], problems: Problems): void {
  if (isWithin(realpathSync(shipped), realpathSync(own))) {
    problems.push(`${own}: lies among the packs that ship, where an upgrade changes it; take a folder elsewhere`);
    return;
  }
  const folders = [...ids, "areas", "national"];
  for (const entry of readdirSync(own, { withFileTypes: true })) {
    if (isOwnBusiness(entry.name)) continue;
    const path = join(own, entry.name);
    if (entry.isFile())
      problems.push(`${path}: nothing reads this file; facts lie in a folder of ${folders.join(", ")}`);
    else if (!folders.includes(entry.name)) {
      problems.push(
        `${path}: no such district ships, and there is no district.json in it; there are ${ids.join(", ")}`,
      );
    } else checkFolder(own, entry.name, problems);
  }
}

function checkFolder(own: string, folder: string, problems: Problems): void {
  for (const entry of readdirSync(join(own, folder), { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory() || isOwnBusiness(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(own, file).split(sep);
    if (path.some((part) => part.startsWith(".")) || shapeOf(path.join("/"))) continue;
    problems.push(`${file}: nothing reads this file; there are ${filesFor(folder).join(", ")}`);
  }
}

const isOwnBusiness = (name: string): boolean => name.startsWith(".") || name.endsWith(".md");

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);
