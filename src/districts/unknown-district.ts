import { nearestName, similarName } from "../nearest-name.ts";
import { listPackIds, type PackRoot } from "./pack-files.ts";

/** A name that differs from a pack's name by at most so many letters may be a misspelling. */
const MISSPELT = 3;

/** Returns a sentence about a name that no pack has, with the nearest name; `undefined` if a pack has it. */
export function describeUnknown(root: PackRoot, id: string): string | undefined {
  const known = listPackIds(root);
  if (known.includes(id)) return undefined;
  const nearest = nearestName(id.toLowerCase(), known, () => MISSPELT);
  const perhaps = nearest === undefined ? "" : `did you mean ${nearest}? `;
  return `${id} is not known; ${perhaps}there are ${known.join(", ")}`;
}

/** Returns, to stand behind a name that is not known, a note of the name that looks like it; empty if none does. */
export function nearestNote(name: string, names: readonly string[]): string {
  const nearest = similarName(name, names);
  return nearest === undefined ? "" : ` (the nearest is ${nearest})`;
}
