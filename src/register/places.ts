import { readableText } from "../vocabulary/message.ts";
import { type Address, readAddress } from "./place-address.ts";
import { keyOf, misspelledPlaces, type Place, type PlaceIndex } from "./place-index.ts";
import type { PlaceKind } from "./place-words.ts";

export { openPlaceIndex, type Place, type PlaceIndex } from "./place-index.ts";

const WIDEST = 3;
const SHORT_TEXT = 2;
const MOST_WORDS = 200;

const wordsOf = (text: string): string[] =>
  readableText(text)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** In an answer to the question for a place, everyday words count as names. */
export function readPlaces(text: string, index: PlaceIndex): Place[] {
  const address = readAddress(wordsOf(text), index);
  return address ? placesOf(address) : [];
}

const placesOf = ({ names }: Address): Place[] => withoutRepeats(names);

type Match = { places: readonly Place[]; next: number };

export function findPlaces(text: string, index: PlaceIndex): Place[] {
  const words = wordsOf(text);
  const address = readAddress(words, index);
  if (address && (address.isMarked || isPair(address, index))) return placesOf(address);
  const found: (readonly Place[])[] = [];
  for (let at = 0; at < words.length; ) {
    const match = findPair(words, at, index) ?? findName(words, at, index);
    if (match) found.push(match.places);
    at = match?.next ?? at + 1;
  }
  return withoutRepeats(found);
}

const isPair = ({ names: [first = [], second = []] }: Address, { everyday }: PlaceIndex): boolean =>
  second.length > 0 &&
  (villagesIn(first, second).length > 0 || ![...first, ...second].some(({ name }) => everyday.has(keyOf(name))));

const isKecamatan = ({ kind }: Place): boolean => kind === "kecamatan";

const villagesIn = (villages: readonly Place[], kecamatan: readonly Place[]): Place[] =>
  villages.filter(({ parent }) => kecamatan.some(({ code }) => code === parent));

type NameMatch = Match & { isCertain: boolean };

/** Two everyday words count only after a word such as "desa" or "di". */
function findPair(words: readonly string[], at: number, index: PlaceIndex): Match | undefined {
  const { before } = index.words;
  const isPlace = before.has(words[at - 1] ?? "");
  for (const first of namesAt(words, at, index)) {
    const from = before.has(words[first.next] ?? "") ? first.next + 1 : first.next;
    for (const second of namesAt(words, from, index)) {
      if (!isPlace && !first.isCertain && !second.isCertain) continue;
      const both = [villagesIn(first.places, second.places), villagesIn(second.places, first.places)];
      const places = both.find((villages) => villages.length === 1);
      if (places) return { places, next: second.next };
    }
  }
  return undefined;
}

function namesAt(words: readonly string[], at: number, index: PlaceIndex): NameMatch[] {
  const wanted = index.words.kinds.get(words[at] ?? "");
  const from = wanted ? at + 1 : at;
  const parts: NameMatch[] = [];
  for (let width = Math.min(WIDEST, words.length - from); width > 0; width -= 1) {
    const key = words.slice(from, from + width).join("");
    const places = ofKind(index.exact.get(key) ?? [], wanted);
    if (places.length > 0)
      parts.push({ places, next: from + width, isCertain: wanted !== undefined || !index.everyday.has(key) });
  }
  return parts;
}

function findName(words: readonly string[], at: number, index: PlaceIndex): Match | undefined {
  const wanted = index.words.kinds.get(words[at] ?? "");
  const from = wanted ? at + 1 : at;
  const [exact] = namesAt(words, at, index).filter(({ isCertain }) => isCertain);
  if (exact) return exact;
  const widest = wanted ? Math.min(2, words.length - from) : words.length <= SHORT_TEXT ? 1 : 0;
  for (let width = widest; width > 0; width -= 1) {
    const key = words.slice(from, from + width).join("");
    const near = misspelledPlaces(key, index, wanted !== undefined);
    const places = ofKind(near, wanted);
    const isOne = new Set(near.map(({ name }) => name)).size === 1;
    if (isOne && places.length > 0) return { places, next: from + width };
  }
  return wanted ? { places: [], next: from } : undefined;
}

/** "Dusun" may announce a village's name. "Kabupaten" announces no place in the district. */
function ofKind(places: readonly Place[], wanted: PlaceKind | undefined): Place[] {
  if (wanted === "regency") return [];
  return wanted ? places.filter((place) => isKecamatan(place) === (wanted === "kecamatan")) : [...places];
}

/** If a village and the kecamatan around it share a name, returns only the village. */
function withoutRepeats(names: readonly (readonly Place[])[]): Place[] {
  const fitting = names.flatMap((bearers) =>
    villagesIn(bearers, names.flatMap((others) => (others === bearers ? [] : others)).filter(isKecamatan)),
  );
  const all = names.flatMap((bearers) =>
    bearers.filter((place) => !isKecamatan(place) || villagesIn(bearers, [place]).length === 0),
  );
  return [...new Map((fitting.length > 0 ? fitting : all).map((place) => [place.code, place])).values()];
}
