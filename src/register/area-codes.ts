/**
 * Kemendagri codes with 2 digits (province), 4 digits (kabupaten or kota) or 6 digits (kecamatan), with retired codes.
 */
export type AreaCodes = { get(code: string): { name: string; retired: boolean } | undefined };

/** The areas of a number's first six digits. */
export type NumberArea = { code: string; province?: string; regency?: string; district?: string };

const AREA_WARNINGS = ["UNKNOWN_PROVINCE", "UNKNOWN_REGENCY", "UNKNOWN_DISTRICT", "RETIRED_CODE"] as const;
export type AreaWarning = (typeof AREA_WARNINGS)[number];

/** Warns of an unknown code, but does not refuse it, because codes change and people keep their NIK. */
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
