import type { Words } from "../words/words.ts";
import type { Area } from "./district.ts";

/** A village or kecamatan named in a text. */
export type Place = Pick<Area, "code" | "name" | "kind" | "parent">;

export type PlaceIndex = {
  /** By name without spaces, lower case. */
  exact: ReadonlyMap<string, Place[]>;
  /** For misspellings: by first letter. */
  byLetter: ReadonlyMap<string, { key: string; places: Place[] }[]>;
  /** Names that are everyday words too: a place only after "desa" or "kecamatan". */
  everyday: ReadonlySet<string>;
  /** What people write around a place. */
  words: Words["places"];
};

/** Shorter names are taken as they are written only. */
export const FUZZY_FROM = 6;

/** A name as it is looked up: "Alang-alang Caruban" and "alangalang caruban" are one. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** Prepares the places of a district for looking up. */
export function placeIndex(areas: readonly Area[], words: Words["places"]): PlaceIndex {
  const exact = new Map<string, Place[]>();
  for (const { code, name, kind, parent, nicknames = [] } of areas) {
    for (const key of new Set([name, ...nicknames].map(keyOf)))
      exact.set(key, [...(exact.get(key) ?? []), { code, name, kind, parent }]);
  }
  const byLetter = new Map<string, { key: string; places: Place[] }[]>();
  for (const [key, places] of exact) {
    const letter = key[0] ?? "";
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), { key, places }]);
  }
  const everyday = new Set(areas.flatMap(({ name, isEveryday }) => (isEveryday ? [keyOf(name)] : [])));
  return { exact, byLetter, everyday: new Set([...words.everyday, ...everyday]), words };
}

/**
 * Every place whose name is one wrong letter away from `key`. A name without "desa" or "kecamatan" before it must be
 * longer, and none that is an everyday word: "sekarang" is no misspelled Sekaran.
 */
export function misspelledPlaces(key: string, { byLetter, everyday }: PlaceIndex, isMarked: boolean): Place[] {
  if (key.length < (isMarked ? FUZZY_FROM - 1 : FUZZY_FROM) || everyday.has(key)) return [];
  return (byLetter.get(key[0] ?? "") ?? [])
    .filter(
      (one) => one.key.length >= FUZZY_FROM - 1 && (isMarked || !everyday.has(one.key)) && isOneSlip(key, one.key),
    )
    .flatMap(({ places }) => places);
}

/** One letter other, missing, too many, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  );
}
