import { join } from "node:path";
import { loadAreaCodes, loadDistrictAreas, markEverydayNames } from "../../src/districts/areas.ts";

export const DISTRICTS = join(import.meta.dirname, "../../districts");
export const areas = loadAreaCodes(DISTRICTS);
const IDS: Readonly<Record<string, string>> = { "3524": "lamongan", "3517": "jombang", "3375": "pekalongan" };

export const areasOf = (regency: string) => {
  const areas = loadDistrictAreas(DISTRICTS, regency);
  const id = IDS[regency];
  return id ? markEverydayNames(DISTRICTS, id, areas, []) : areas;
};
