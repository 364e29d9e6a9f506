/** Kemendagri codes by 2 (province), 4 (kabupaten/kota) or 6 digits (kecamatan); retired ones stay known. */
export type AreaCodes = { get(code: string): { name: string; retired: boolean } | undefined };

/** What the first six digits of a number name; a part that is not known is left out. */
export type NumberArea = { code: string; province?: string; regency?: string; district?: string };

const AREA_WARNINGS = ["UNKNOWN_PROVINCE", "UNKNOWN_REGENCY", "UNKNOWN_DISTRICT", "RETIRED_CODE"] as const;
export type AreaWarning = (typeof AREA_WARNINGS)[number];

/** Reads an area code; codes change and people keep their NIK, so what is not known is a warning, never an error. */
export function areaOf(code: string, areas: AreaCodes): { area: NumberArea; warnings: AreaWarning[] } {
  const province = areas.get(code.slice(0, 2));
  const regency = areas.get(code.slice(0, 4));
  const district = areas.get(code.slice(0, 6));
  const area: NumberArea = { code: code.slice(0, 6) };
  if (province) area.province = province.name;
  if (regency) area.regency = regency.name;
  if (district) area.district = district.name;
  if (!province) return { area, warnings: ["UNKNOWN_PROVINCE"] };
  if (!regency) return { area, warnings: ["UNKNOWN_REGENCY"] };
  if (!district) return { area, warnings: ["UNKNOWN_DISTRICT"] };
  return { area, warnings: district.retired || regency.retired ? ["RETIRED_CODE"] : [] };
}
