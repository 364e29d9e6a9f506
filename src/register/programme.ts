import { z } from "zod";
import { isCalendarDay } from "../time.ts";
import { PROGRAMME_KINDS } from "../vocabulary/lists.ts";
import { Localised } from "../vocabulary/message.ts";

export const IsoDate = z.string().refine(isCalendarDay, "is no date; write it as 2026-11-28");
const IsoMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "is no month; write it as 2026-11");

/** `signed_off`: the office has confirmed the words. */
export const Sourced = z.object({
  source: z.string().min(1),
  checked_on: IsoDate,
  owner: z.string().min(1),
  signed_off: z.boolean().default(false),
});
export type Sourced = z.infer<typeof Sourced>;

/** `amount`: in rupiah for one family. */
const Stage = z.object({
  stage: z.string(),
  months: z.array(IsoMonth).min(1),
  amount: z.number().int().positive().optional(),
});

export const Programme = Sourced.extend({
  code: z.string().regex(/^[A-Z][A-Z0-9_-]*$/),
  name: Localised,
  /** In lower case. */
  aliases: z.array(z.string()).default([]),
  kind: z.enum(PROGRAMME_KINDS),
  state: z.enum(["running", "ended"]),
  summary: Localised,
  collect: Localised,
  payer: z.string().optional(),
  stages: z.array(Stage).default([]),
});
export type Programme = z.infer<typeof Programme>;
