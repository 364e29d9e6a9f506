import type { Area } from "./district.ts";

/** A village or kecamatan named in a text. */
export type Place = Pick<Area, "code" | "name" | "kind" | "parent">;

export type PlaceIndex = {
  /** By name without spaces, lower case. */
  exact: ReadonlyMap<string, Place[]>;
  /** For misspellings: by first letter. */
  byLetter: ReadonlyMap<string, { key: string; places: Place[] }[]>;
};

/** Most words of any place's name. */
const WIDEST = 3;
/** Shorter names are taken as they are written only. */
const FUZZY_FROM = 6;
/** Words of a text that is only a place. */
const SHORT_TEXT = 2;
const KIND_WORDS = new Map<string, "village" | "kecamatan">([
  ["desa", "village"],
  ["ds", "village"],
  ["dsn", "village"],
  ["dusun", "village"],
  ["kelurahan", "village"],
  ["kel", "village"],
  ["deso", "village"],
  ["kecamatan", "kecamatan"],
  ["kec", "kecamatan"],
]);
/** Names that are everyday words too: a place only after "desa" or "kecamatan". */
const EVERYDAY = new Set(
  "lembor surabayan jombatan gambiran sambangan badas bandung bangkok banyak bareng barong bendet bendungan beru besur blimbing brambang bronjong bugel bulu centini cupak dagan dapur dateng deket dukuh gabus gading gajah gambuhan gamer gedangan geger gelap gembong german girik glagah godog godong gondek grogol guci gudo jabon jarak jati jenggot jetis jombang kabuh kacangan kademangan kalen kali karang karangan kauman kayangan keben kemantren kembang kendal kentong kepatihan keras keting klego kramat kranji kudu labuhan lamongan laren lawak lembung made maduran mantup mayangan mayong medalem meluntur miru mlati modo mojo moro ngimbang ngumpul pajangan paji pakel palangan paloh panggang pasar pasi payaman pelang perak pesanggrahan pesantren plandi plumpang pucuk pule puter rejo rumpuk sambi sari sawiji sawo sekaran sembung sengon sentul setono siman sogo soko sukun sumber sumur taji tambak tambar tanggungan tanjung tapen tebel tejo tengah tiki tikung tirto titik tritunggal tugu tunggul turi wajik wates weru windu wonokerto wuluh".split(
    " ",
  ),
);

const keyOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** Prepares the places of a district for looking up. */
export function placeIndex(areas: readonly Area[]): PlaceIndex {
  const exact = new Map<string, Place[]>();
  for (const { code, name, kind, parent } of areas) {
    const key = keyOf(name);
    exact.set(key, [...(exact.get(key) ?? []), { code, name, kind, parent }]);
  }
  const byLetter = new Map<string, { key: string; places: Place[] }[]>();
  for (const [key, places] of exact) {
    const letter = key[0] ?? "";
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), { key, places }]);
  }
  return { exact, byLetter };
}

const BEFORE_PLACE = new Set(["di", "ke", "dari", "nang", "teng", "in"]);

/** The places that bear the whole text as their name, an everyday word too: for where a place was asked. */
export function placesNamed(text: string, { exact }: PlaceIndex): Place[] {
  const words = text
    .slice(0, 200)
    .toLowerCase()
    .split(/[^a-z]+/);
  return [...(exact.get(words.filter((word) => !BEFORE_PLACE.has(word)).join("")) ?? [])];
}

type Match = { places: Place[]; words: number };

/** Longest text, in words, that is searched for places. */
const MOST_WORDS = 200;

/**
 * The villages and kecamatan that a text names, misspelled or not. A village's name that several share gives all of
 * them, unless the text also names the kecamatan.
 */
export function findPlaces(text: string, index: PlaceIndex): Place[] {
  const words = text
    .slice(0, 4_000)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
  const found: Place[] = [];
  for (let at = 0; at < words.length; ) {
    const wanted = KIND_WORDS.get(words[at] ?? "");
    const match = matchAt(words, wanted ? at + 1 : at, wanted, index);
    if (match) found.push(...match.places);
    at += (match?.words ?? 0) + (wanted ? 1 : match ? 0 : 1);
  }
  return narrowed(found);
}

function matchAt(
  words: readonly string[],
  at: number,
  wanted: "village" | "kecamatan" | undefined,
  index: PlaceIndex,
): Match | undefined {
  for (let width = Math.min(WIDEST, words.length - at); width > 0; width -= 1) {
    const key = words.slice(at, at + width).join("");
    if (!wanted && EVERYDAY.has(key)) continue;
    const places = ofKind(index.exact.get(key) ?? [], wanted);
    if (places.length > 0) return { places, words: width };
  }
  const widest = wanted ? Math.min(2, words.length - at) : words.length <= SHORT_TEXT ? 1 : 0;
  for (let width = widest; width > 0; width -= 1) {
    const key = words.slice(at, at + width).join("");
    const places = ofKind(misspelled(key, index, wanted !== undefined), wanted);
    if (places.length > 0) return { places, words: width };
  }
  return undefined;
}

const ofKind = (places: readonly Place[], wanted: "village" | "kecamatan" | undefined): Place[] =>
  wanted ? places.filter(({ kind }) => (kind === "kecamatan") === (wanted === "kecamatan")) : [...places];

/**
 * One wrong letter, and only where a single name is that near. Without "desa" before it the word must be long and the
 * text hardly more than the place: "sekarang" in a sentence is no misspelled Sekaran.
 */
function misspelled(key: string, { byLetter }: PlaceIndex, named: boolean): Place[] {
  if (key.length < (named ? FUZZY_FROM - 1 : FUZZY_FROM) || EVERYDAY.has(key)) return [];
  const near = (byLetter.get(key[0] ?? "") ?? []).filter(
    (one) => one.key.length >= FUZZY_FROM - 1 && (named || !EVERYDAY.has(one.key)) && isOneSlip(key, one.key),
  );
  return near.length === 1 ? (near[0]?.places ?? []) : [];
}

/** One letter other, missing, too many, or two swapped. */
function isOneSlip(a: string, b: string): boolean {
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

function narrowed(found: readonly Place[]): Place[] {
  const once = [...new Map(found.map((place) => [place.code, place])).values()];
  const kecamatan = new Set(once.filter(({ kind }) => kind === "kecamatan").map(({ code }) => code));
  const inside = once.filter(({ kind, parent }) => kind !== "kecamatan" && kecamatan.has(parent));
  return inside.length > 0 ? inside : once;
}
