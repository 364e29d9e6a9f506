import type { Officer } from "../../src/casework/officer.ts";
import type { Rung } from "../../src/vocabulary/lists.ts";

/** The TKSK and the companion of `officerOf` serve this village's kecamatan. */
export const VILLAGE = "3524012001";

export const officerOf = (rung: Rung, more: Partial<Officer> = {}): Officer => ({
  id: rung,
  name: rung,
  district: "lamongan",
  rung,
  areas: rung === "village" ? [VILLAGE] : rung === "tksk" || rung === "companion" ? ["352401"] : [],
  sensitive: false,
  active: true,
  ...more,
});
