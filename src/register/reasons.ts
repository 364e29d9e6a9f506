import { z } from "zod";
import { OFFICES, Reason } from "../vocabulary/lists.ts";
import { Localised } from "../vocabulary/message.ts";
import { Sourced } from "./programme.ts";

/** The office that makes the repair. */
const RepairOwner = z.enum(OFFICES);

/**
 * What a citizen is told about one reason why their data is not valid; `spellings` are an office's own words for this
 * reason, matched at import.
 */
export const ReasonText = Sourced.extend({
  reason: Reason,
  repaired_by: RepairOwner,
  title: Localised,
  meaning: Localised,
  /** What to do, in order. */
  steps: z.array(Localised).min(1),
  /** Papers to bring. */
  bring: z.array(Localised),
  how_long: Localised,
  where: Localised,
  /** What somebody can do who is bedridden or lives far away. */
  cannot_come: Localised,
  spellings: z.array(z.string()).default([]),
});
export type ReasonText = z.infer<typeof ReasonText>;
