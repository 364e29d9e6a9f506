import { misspelledPlaces, type Place, type PlaceIndex } from "./place-index.ts";
import type { PlaceKind } from "./place-words.ts";

/** A text with more words is no address. */
const MOST_WORDS = 14;
const WIDEST = 4;

/** `skipped`: how many words name no place. */
type Reading = {
  villages?: readonly Place[];
  kecamatan?: readonly Place[];
  isMarked: boolean;
  isMisspelled: boolean;
  skipped: number;
};

/** `names`: for each name in the address, the places with this name. */
export type Address = { names: readonly (readonly Place[])[]; isMarked: boolean };

/** Returns `undefined` for a text that is not only an address. */
export function readAddress(words: readonly string[], index: PlaceIndex): Address | undefined {
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const start: Reading = { isMarked: false, isMisspelled: false, skipped: 0 };
  const readings = readFrom(words, 0, undefined, start, index).filter(
    ({ villages, kecamatan }) => villages ?? kecamatan,
  );
  const fitting = readings.map(keepFitting).filter((reading) => reading !== undefined);
  const contradicting = readings.filter(({ isMisspelled }) => !isMisspelled);
  const ranked = [...(fitting.length > 0 ? fitting : contradicting)].sort((a, b) => costOf(a) - costOf(b));
  const [best] = ranked;
  if (!best) return undefined;
  const { villages, kecamatan, isMarked } = best;
  if (villages && kecamatan) return { names: [villages, kecamatan], isMarked };
  const level = ranked.filter(
    (one) => Math.floor(costOf(one)) === Math.floor(costOf(best)) && !(one.villages && one.kecamatan),
  );
  const bearers = level.flatMap((one) => [...(one.villages ?? []), ...(one.kecamatan ?? [])]);
  return { names: [bearers], isMarked };
}

const costOf = ({ isMisspelled, skipped, villages }: Reading): number =>
  (isMisspelled ? 2 * MOST_WORDS : 0) + skipped + (villages ? 0 : 0.5);

function keepFitting(reading: Reading): Reading | undefined {
  const { villages, kecamatan, isMisspelled } = reading;
  const codes = new Set(kecamatan?.map(({ code }) => code));
  const inside = kecamatan ? villages?.filter(({ parent }) => codes.has(parent)) : villages;
  const names = new Set([...(inside ?? []), ...(kecamatan ?? [])].map(({ kind, name }) => `${kind} ${name}`));
  if (isMisspelled && names.size > (inside ? 1 : 0) + (kecamatan ? 1 : 0)) return undefined;
  if (inside?.length === 0) return undefined;
  return inside ? { ...reading, villages: inside } : reading;
}

/** `wanted`: the kind of place that the word before announces, such as "kecamatan". */
function readFrom(
  words: readonly string[],
  at: number,
  wanted: PlaceKind | undefined,
  soFar: Reading,
  index: PlaceIndex,
): Reading[] {
  const word = words[at];
  if (word === undefined) return wanted ? [] : [soFar];
  const readings: Reading[] = [];
  const { kinds, before, around, times } = index.words;
  const kind = kinds.get(word);
  if (kind && !wanted) readings.push(...readFrom(words, at + 1, kind, { ...soFar, isMarked: true }, index));
  if (!wanted && (before.has(word) || around.has(word) || times.has(word))) {
    readings.push(...readFrom(words, at + 1, undefined, { ...soFar, skipped: soFar.skipped + 1 }, index));
  }
  for (let width = Math.min(WIDEST, words.length - at); width > 0; width -= 1) {
    for (const next of readName(words.slice(at, at + width), wanted, soFar, index)) {
      readings.push(...readFrom(words, at + width, undefined, next, index));
    }
  }
  return readings;
}

function readName(
  name: readonly string[],
  wanted: PlaceKind | undefined,
  soFar: Reading,
  index: PlaceIndex,
): Reading[] {
  const isUnlisted = (wanted === "hamlet" || wanted === "regency") && !name.some((word) => index.words.kinds.has(word));
  const readings: Reading[] = isUnlisted ? [{ ...soFar, skipped: soFar.skipped + name.length }] : [];
  if (wanted === "regency") return readings;
  const key = name.join("");
  const exact = index.exact.get(key) ?? [];
  const isMisspelled = exact.length === 0;
  if (isMisspelled && soFar.isMisspelled) return readings;
  const places = isMisspelled ? misspelledPlaces(key, index, wanted !== undefined) : exact;
  const next = { ...soFar, isMisspelled: soFar.isMisspelled || isMisspelled };
  const villages = places.filter(({ kind }) => kind !== "kecamatan");
  const kecamatan = places.filter(({ kind }) => kind === "kecamatan");
  if (!soFar.villages && wanted !== "kecamatan" && villages.length > 0) readings.push({ ...next, villages });
  if (!soFar.kecamatan && (!wanted || wanted === "kecamatan") && kecamatan.length > 0) {
    readings.push({ ...next, kecamatan });
  }
  return readings;
}
