import { existsSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { z } from "zod";
import { TEXTS_FOLDER } from "../own-texts.ts";
import { checkAreas } from "./areas.ts";
import { hasOwn, listFiles, listJsonNames, listPackIds, type PackRoot, packsOf } from "./pack-files.ts";
import { filesFor, shapeOf } from "./pack-shape.ts";
import type { Problems } from "./problems.ts";
import { readObject } from "./read-pack.ts";

export const Layout = z.record(z.string(), z.string());

/** Adds a problem for each file of the office that no code reads. */
export function checkOwn(root: PackRoot, problems: Problems): void {
  const { shipped, own } = packsOf(root);
  if (own === undefined || !existsSync(own)) return;
  checkOwnFiles(shipped, own, listPackIds(root), problems);
  checkAreas(root, problems);
  for (const name of listJsonNames(root, "national/layouts")) {
    const path = `national/layouts/${name}.json`;
    if (hasOwn(root, path)) readObject(root, path, Layout, problems);
  }
}

function checkOwnFiles(shipped: string, own: string, ids: readonly string[], problems: Problems): void {
  if (isWithin(realpathSync(shipped), realpathSync(own))) {
    problems.push(`${own}: lies among the packs that ship, where an upgrade changes it; take a folder elsewhere`);
    return;
  }
  const folders = [...ids, "areas", "national", TEXTS_FOLDER];
  for (const [folder, paths] of Map.groupBy(listFiles(own), (path) => path.split("/")[0] ?? "")) {
    if (paths.includes(folder)) {
      problems.push(`${join(own, folder)}: nothing reads this file; facts lie in a folder of ${folders.join(", ")}`);
    } else if (!folders.includes(folder)) {
      const known = ids.join(", ");
      problems.push(
        `${join(own, folder)}: no such district ships, and there is no district.json in it; there are ${known}`,
      );
    } else {
      const strange = paths.filter((path) => !shapeOf(path));
      const names = filesFor(folder).join(", ");
      problems.push(...strange.map((path) => `${join(own, path)}: nothing reads this file; there are ${names}`));
    }
  }
}

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);
