import { nearestName, similarName } from "../nearest-name.ts";
import { listPackIds, type PackRoot } from "./pack-files.ts";

const MISSPELT = 3;

/** Returns `undefined` if a pack has the name. */
export function describeUnknown(root: PackRoot, id: string): string | undefined {
  const known = listPackIds(root);
  if (known.includes(id)) return undefined;
  const nearest = nearestName(id.toLowerCase(), known, () => MISSPELT);
  const perhaps = nearest === undefined ? "" : `did you mean ${nearest}? `;
  return `${id} is not known; ${perhaps}there are ${known.join(", ")}`;
}

export function nearestNote(name: string, names: readonly string[]): string {
  const nearest = similarName(name, names);
  return nearest === undefined ? "" : ` (the nearest is ${nearest})`;
}
