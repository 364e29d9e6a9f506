import { z } from "zod";
import { Aid } from "../../../register/recipient.ts";
import { Reason, TICKET_STATES } from "../../../vocabulary/lists.ts";

/** The result of a proved check. The session keeps it only as long as the proof. Dates are written as `2026-11-01`. */
export const Found = z.object({
  asOf: z.string(),
  name: z.string(),
  area: z.string().optional(),
  valid: z.boolean(),
  reasons: z.array(Reason),
  /** The district has not mapped the words that its office uses for this status. */
  unread: z.literal(true).optional(),
  /** Another person has this NIK too, so the look-up left out payments under the NIK. */
  shared: z.literal(true).optional(),
  /** The family's rank, and the quarter for which it was computed: `2026-3`. */
  desil: z.number().optional(),
  period: z.string().optional(),
  /** The list has several ranks of the family, so the chat tells none. */
  desilsDiffer: z.literal(true).optional(),
  aid: z.array(Aid.omit({ nik: true })),
  aidAsOf: z.string().optional(),
  tickets: z.array(z.object({ number: z.string(), state: z.enum(TICKET_STATES), repaired: z.boolean() })),
});
export type Found = z.infer<typeof Found>;

/** Returns the reasons that the result shows. Data that are not valid have at least `TIDAK_DIKETAHUI`. */
export function reasonsShown({ valid, unread, reasons }: Found): Reason[] {
  if (valid || unread) return [];
  return reasons.length > 0 ? reasons : ["TIDAK_DIKETAHUI"];
}

export const CheckData = z.object({
  who: z.enum(["self", "family", "helped"]).optional(),
  nik: z.string().optional(),
  kk: z.string().optional(),
  /** A family card's number that the citizen typed before the NIK. */
  kept: z.string().optional(),
  /** The numbers of the look-up that found nothing, for a citizen who types the NIK again. */
  before: z.object({ nik: z.string().optional(), kk: z.string().optional() }).optional(),
  /** The number of family cards in a row that did not fit this NIK. */
  misses: z.number().default(0),
  /** Numbers about which the chat asks whether each is a NIK or a family card's number. */
  asked: z.array(z.string()).default([]),
  /** The register's date, from the first answer that named it. */
  asOf: z.string().optional(),
  /** The reason why a family card's number may differ. */
  change: z.enum(["death", "marriage", "divorce", "move"]).optional(),
  found: Found.optional(),
  /** The part of the result that the citizen asked for. Without it, the chat shows everything. */
  wants: z.literal("desil").optional(),
});
export type CheckData = z.infer<typeof CheckData>;
