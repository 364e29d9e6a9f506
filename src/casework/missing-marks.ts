import { MARKS, type Mark } from "../vocabulary/lists.ts";
import type { Officer } from "./officer.ts";

const WHAT: Record<Mark, string> = {
  urgent: "is called when somebody is in danger",
  survivor: "reads what follows violence",
};

/** Returns a line for each mark that no officer of the district has. `officers` are the officers of the district. */
export const missingMarks = (district: string, officers: readonly Officer[]): string[] =>
  MARKS.filter((mark) => !officers.some((one) => one.active && one.rung === "dinsos" && one[mark])).map(
    (mark) => `${district}: nobody ${WHAT[mark]}: mark an officer of the Dinsos with --${mark}`,
  );
