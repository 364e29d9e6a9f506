import type { Area } from "./district.ts";
import { FUZZY_FROM, isOneSlip, keyOf as plainKey } from "./place-index.ts";

type KeyOf = (name: string) => string;

function makeKeyOf(before: readonly string[]): KeyOf {
  const prefix = new RegExp(`^(${before.join("|")})\\b\\.?`);
  return (name) => plainKey(name.toLowerCase().replace(prefix, ""));
}

/** A name that the finder ignored, or read as the area `guess`. */
type Doubt = { column: "desa" | "kecamatan"; guess?: string };

export type AreaByName = (
  village: string | undefined,
  kecamatan: string | undefined,
) => { code?: string; doubts: Doubt[] };

type Named = { area?: Area; guess?: string };

function findByName(name: string, areas: readonly Area[], keyOf: KeyOf): Named {
  const key = keyOf(name);
  const keysOf = ({ name: own, nicknames = [] }: Area) => [own, ...nicknames].map(keyOf);
  const exact = areas.filter((area) => keysOf(area).includes(key));
  if (exact.length > 0) return exact.length === 1 && exact[0] ? { area: exact[0] } : {};
  const near = key.length < FUZZY_FROM ? [] : areas.filter((area) => keysOf(area).some((own) => isOneSlip(key, own)));
  return near.length === 1 && near[0] ? { area: near[0], guess: near[0].name } : {};
}

/**
 * Looks for a village in its kecamatan, even with a misspelled name. Without a known kecamatan, the name must be exact
 * and unique in the district.
 */
export function openAreaFinder(areas: readonly Area[], before: readonly string[]): AreaByName {
  const keyOf = makeKeyOf(before);
  const kecamatans = areas.filter(({ kind }) => kind === "kecamatan");
  const villages = areas.filter(({ kind }) => kind !== "kecamatan");
  const inside = Map.groupBy(villages, ({ parent }) => parent);
  const everywhere = Map.groupBy(villages, ({ name }) => keyOf(name));
  const onlyVillage = (village: string): Area | undefined => {
    const named = everywhere.get(keyOf(village)) ?? [];
    return named.length === 1 ? named[0] : undefined;
  };

  function findArea(village: string | undefined, kecamatan: string | undefined): ReturnType<AreaByName> {
    const parent = kecamatan === undefined ? {} : findByName(kecamatan, kecamatans, keyOf);
    const doubts: Doubt[] = parent.guess === undefined ? [] : [{ column: "kecamatan", guess: parent.guess }];
    if (village === undefined)
      return parent.area ? { code: parent.area.code, doubts } : { doubts: [{ column: "kecamatan" }] };
    if (!parent.area) return findWithoutKecamatan(village, kecamatan);
    const found = findByName(village, inside.get(parent.area.code) ?? [], keyOf);
    const isElsewhere = found.guess !== undefined && everywhere.has(keyOf(village));
    if (!found.area || isElsewhere) return { code: parent.area.code, doubts: [...doubts, { column: "desa" }] };
    const guessed: Doubt[] = found.guess === undefined ? [] : [{ column: "desa", guess: found.guess }];
    return { code: found.area.code, doubts: [...doubts, ...guessed] };
  }

  function findWithoutKecamatan(village: string, kecamatan: string | undefined): ReturnType<AreaByName> {
    const area = onlyVillage(village);
    if (kecamatan === undefined) return area ? { code: area.code, doubts: [] } : { doubts: [{ column: "desa" }] };
    if (!area) return { doubts: [{ column: "kecamatan" }, { column: "desa" }] };
    const parent = kecamatans.find(({ code }) => code === area.parent);
    return { code: area.code, doubts: [{ column: "kecamatan", guess: parent?.name ?? area.parent }] };
  }

  const known = new Map<string, ReturnType<AreaByName>>();
  return (village, kecamatan) => {
    const key = `${village ?? ""}\n${kecamatan ?? ""}`;
    const before = known.get(key);
    if (before) return before;
    const answer = findArea(village, kecamatan);
    if (known.size < MOST_KNOWN) known.set(key, answer);
    return answer;
  };
}

const MOST_KNOWN = 5_000;
