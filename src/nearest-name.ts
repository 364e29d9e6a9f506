import { closest, distance } from "fastest-levenshtein";

/** Returns the most similar name, or `undefined` if it needs more than `most` changed letters. */
export function nearestName(
  name: string,
  names: readonly string[],
  most: (nearest: string) => number = () => Number.POSITIVE_INFINITY,
): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(name, names);
  return distance(name, nearest) <= most(nearest) ? nearest : undefined;
}

/** A shorter name is similar to too many other names. */
const SHORTEST = 3;

function isSwapped(name: string, other: string): boolean {
  if (name === other || name.length !== other.length) return false;
  let at = 0;
  while (name[at] === other[at]) at += 1;
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2) === other;
}

export function similarName(name: string, names: readonly string[]): string | undefined {
  if (name.length < SHORTEST) return undefined;
  const long = names.filter((one) => one.length >= SHORTEST);
  const swapped = long.find((one) => isSwapped(name, one));
  if (swapped !== undefined) return swapped;
  return nearestName(name, long, (nearest) => Math.ceil(Math.max(name.length, nearest.length) / 2) - 1);
}
