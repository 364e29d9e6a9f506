import { nearestName, similarName } from "../nearest-name.ts";
import { listPackIds, type PackRoot } from "./pack-files.ts";

/** How many letters of a misspelled name may differ from a pack's name. */
const MISSPELT = 3;

/** `undefined` if a pack has this name. The sentence mentions the most similar name. */
export function describeUnknown(root: PackRoot, id: string): string | undefined {
  const known = listPackIds(root);
  if (known.includes(id)) return undefined;
  const nearest = nearestName(id.toLowerCase(), known, () => MISSPELT);
  const perhaps = nearest === undefined ? "" : `did you mean ${nearest}? `;
  return `${id} is not known; ${perhaps}there are ${known.join(", ")}`;
}

/** A note for a message about an unknown name; empty if no name is similar. */
export function nearestNote(name: string, names: readonly string[]): string {
  const nearest = similarName(name, names);
  return nearest === undefined ? "" : ` (the nearest is ${nearest})`;
}
