import { closest, distance } from "fastest-levenshtein";

/**
 * The one of these names that was perhaps meant: the one with the fewest letters changed, where they are no more than
 * `most`; `undefined` where none is that near.
 */
export function nearestName(
  name: string,
  names: readonly string[],
  most: (nearest: string) => number = () => Number.POSITIVE_INFINITY,
): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(name, names);
  return distance(name, nearest) <= most(nearest) ? nearest : undefined;
}
