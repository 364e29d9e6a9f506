import type { Area } from "./district.ts";

const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(desa|kelurahan|kel|ds|kecamatan|kec)\b\.?/, "")
    .replace(/[^a-z]/g, "");

/** Finds the code of a village by its name and its kecamatan's, or of a kecamatan alone; `undefined` where several or none bear it. */
export function areasByName(
  areas: readonly Area[],
): (village: string, kecamatan: string | undefined) => string | undefined {
  const kecamatanOf = new Map(
    areas.filter(({ kind }) => kind === "kecamatan").map(({ code, name }) => [keyOf(name), code]),
  );
  const villages = Map.groupBy(
    areas.filter(({ kind }) => kind !== "kecamatan"),
    ({ name }) => keyOf(name),
  );
  return (village, kecamatan) => {
    const parent = kecamatan === undefined ? undefined : kecamatanOf.get(keyOf(kecamatan));
    const named = (villages.get(keyOf(village)) ?? []).filter((area) => parent === undefined || area.parent === parent);
    return named.length === 1 ? named[0]?.code : parent;
  };
}
