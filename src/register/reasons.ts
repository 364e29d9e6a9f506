import { z } from "zod";
import { OFFICES, REASONS, Reason } from "../vocabulary/lists.ts";
import { Localised } from "../vocabulary/message.ts";
import { Sourced } from "./programme.ts";

export const isReason = (value: string | undefined): value is Reason => REASONS.includes(value as Reason);

/** The office that makes the repair. */
const RepairOwner = z.enum(OFFICES);

/**
 * What a citizen is told about one reason why their data is not valid; `spellings` are an office's own words for this
 * reason, matched at import, and `phrases` words of citizens that lead to it.
 */
export const ReasonText = Sourced.extend({
  reason: Reason,
  repaired_by: RepairOwner,
  title: Localised,
  meaning: Localised,
  /** What the citizen has to do, in order. */
  steps: z.array(Localised).min(1),
  /** Papers to bring. */
  bring: z.array(Localised),
  how_long: Localised,
  where: Localised,
  /** What a citizen can do who is bedridden or lives far away. */
  cannot_come: Localised,
  spellings: z.array(z.string()).default([]),
  phrases: z.array(z.string().min(3)).default([]),
});
export type ReasonText = z.infer<typeof ReasonText>;
