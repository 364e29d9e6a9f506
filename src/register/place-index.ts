import type { Words } from "../words/words.ts";
import type { Area } from "./district.ts";

export type Place = Pick<Area, "code" | "name" | "kind" | "parent">;

export type PlaceIndex = {
  exact: ReadonlyMap<string, Place[]>;
  byLetter: ReadonlyMap<string, { key: string; places: Place[] }[]>;
  everyday: ReadonlySet<string>;
  words: Words["places"];
};

/** A shorter word must match exactly. */
export const FUZZY_FROM = 6;

/** "Alang-alang Caruban" and "alangalang caruban" have the same key. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

export function openPlaceIndex(areas: readonly Area[], words: Words["places"]): PlaceIndex {
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

/** An everyday word never matches: "sekarang" is not a misspelled Sekaran. */
export function misspelledPlaces(key: string, { byLetter, everyday }: PlaceIndex, isMarked: boolean): Place[] {
  if (key.length < (isMarked ? FUZZY_FROM - 1 : FUZZY_FROM) || everyday.has(key)) return [];
  return (byLetter.get(key[0] ?? "") ?? [])
    .filter(
      (one) => one.key.length >= FUZZY_FROM - 1 && (isMarked || !everyday.has(one.key)) && isOneSlip(key, one.key),
    )
    .flatMap(({ places }) => places);
}

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
