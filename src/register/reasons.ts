import { z } from "zod";
import { OFFICES, REASONS, Reason } from "../vocabulary/lists.ts";
import { Localised } from "../vocabulary/message.ts";
import { Sourced } from "./programme.ts";

export const isReason = (value: string | undefined): value is Reason => REASONS.includes(value as Reason);

const RepairOwner = z.enum(OFFICES);

/** `spellings`: an office's words for the reason. `phrases`: citizens' words. */
export const ReasonText = Sourced.extend({
  reason: Reason,
  repaired_by: RepairOwner,
  title: Localised,
  meaning: Localised,
  steps: z.array(Localised).min(1),
  bring: z.array(Localised),
  how_long: Localised,
  where: Localised,
  cannot_come: Localised,
  spellings: z.array(z.string()).default([]),
  phrases: z.array(z.string().min(3)).default([]),
});
export type ReasonText = z.infer<typeof ReasonText>;
