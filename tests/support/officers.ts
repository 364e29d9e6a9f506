import type { Officer } from "../../src/casework/officer.ts";
import type { Rung } from "../../src/vocabulary/lists.ts";

/** The village whose officer the ladder begins with, in the kecamatan of its TKSK and companion. */
export const VILLAGE = "3524012001";

/** An officer of that rung, responsible there. */
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
