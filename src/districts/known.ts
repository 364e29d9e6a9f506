import { nearestName } from "../nearest-name.ts";
import { type PackRoot, packIds } from "./pack-files.ts";

/** Letters in which two names may differ for one to be taken for the other. */
const MISSPELT = 3;

/** One sentence on a name that no pack has, with the nearest that there is; `undefined` where there is a pack of it. */
export function describeUnknown(root: PackRoot, id: string): string | undefined {
  const known = packIds(root);
  if (known.includes(id)) return undefined;
  const nearest = nearestName(id.toLowerCase(), known, () => MISSPELT);
  const perhaps = nearest === undefined ? "" : `did you mean ${nearest}? `;
  return `${id} is not known; ${perhaps}there are ${known.join(", ")}`;
}
