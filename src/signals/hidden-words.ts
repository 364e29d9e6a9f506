import type { Match } from "./find-matches.ts";

/**
 * Returns, by owner, all words of a match after its last gap. Of matches with the same beginning, only the shortest
 * counts.
 */
export function hiddenWords(
  found: readonly Match[],
  ownerOf: (phrase: number) => number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const nearest = new Map<string, Match>();
  for (const match of found) {
    const key = `${match.phrase} ${match.from}`;
    if (match.to <= (nearest.get(key)?.to ?? Number.POSITIVE_INFINITY)) nearest.set(key, match);
  }
  const hidden = new Map<number, Set<number>>();
  for (const { phrase, solid, to } of nearest.values()) {
    const owner = ownerOf(phrase);
    const own = hidden.get(owner) ?? new Set();
    hidden.set(owner, own);
    for (let at = solid; at <= to; at += 1) own.add(at);
  }
  return hidden;
}
