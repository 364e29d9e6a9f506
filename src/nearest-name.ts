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

/** Shorter names are like too many others. */
const SHORTEST = 3;

/** The same, where both share most of their letters: what is said to be meant must look like it. */
export function similarName(name: string, names: readonly string[]): string | undefined {
  if (name.length < SHORTEST) return undefined;
  const long = names.filter((one) => one.length >= SHORTEST);
  return nearestName(name, long, (nearest) => Math.ceil(Math.max(name.length, nearest.length) / 2) - 1);
}
