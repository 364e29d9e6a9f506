import { join } from "node:path";
import { loadAreaCodes, loadDistrictAreas } from "../../src/districts/areas.ts";

export const DISTRICTS = join(import.meta.dirname, "../../districts");
export const areas = loadAreaCodes(DISTRICTS);
export const areasOf = (regency: string) => loadDistrictAreas(DISTRICTS, regency);
