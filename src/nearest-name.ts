import { closest, distance } from "fastest-levenshtein";

/**
 * Returns the name that was perhaps meant: the one with the fewest letters changed, if they are at most `most`;
 * `undefined` if no name is that near.
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

/** The fewest letters of a name: shorter names are similar to too many others. */
const SHORTEST = 3;

/**
 * Returns the name that was perhaps meant if both share most of their letters, so that the suggestion looks like the
 * name.
 */
export function similarName(name: string, names: readonly string[]): string | undefined {
  if (name.length < SHORTEST) return undefined;
  const long = names.filter((one) => one.length >= SHORTEST);
  return nearestName(name, long, (nearest) => Math.ceil(Math.max(name.length, nearest.length) / 2) - 1);
}
