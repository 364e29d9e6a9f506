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
  /** Nobody has mapped the words that the office uses for this status. */
  unread: z.literal(true).optional(),
  /** Somebody else has this NIK too, so payments under the NIK were left out. */
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

/** Returns the reasons that the result shows. Data that are not valid have at least one: nobody knows why. */
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
  /** Family cards that did not fit this NIK, one after the other. */
  misses: z.number().default(0),
  /** Numbers about which the chat asks: is it a NIK or a family card's number? */
  asked: z.array(z.string()).default([]),
  /** The register's date, as soon as an answer has named it. */
  asOf: z.string().optional(),
  /** Why a family card number may differ. */
  change: z.enum(["death", "marriage", "divorce", "move"]).optional(),
  found: Found.optional(),
  /** The part of the result that the citizen asked for. Without it, the chat shows everything. */
  wants: z.literal("desil").optional(),
});
export type CheckData = z.infer<typeof CheckData>;
