import { z } from "zod";
import { Aid } from "../../../register/recipient.ts";
import { Reason, TICKET_STATES } from "../../../vocabulary/lists.ts";

/** Dates are written as `2026-11-01`. */
export const Found = z.object({
  asOf: z.string(),
  name: z.string(),
  area: z.string().optional(),
  valid: z.boolean(),
  reasons: z.array(Reason),
  /** The row's status does not say whether the data are valid. */
  unread: z.literal(true).optional(),
  shared: z.literal(true).optional(),
  /** The family's rank, and the quarter of its computation: `2026-3`. */
  desil: z.number().optional(),
  period: z.string().optional(),
  desilsDiffer: z.literal(true).optional(),
  aid: z.array(Aid.omit({ nik: true })),
  aidAsOf: z.string().optional(),
  tickets: z.array(z.object({ number: z.string(), state: z.enum(TICKET_STATES), repaired: z.boolean() })),
});
export type Found = z.infer<typeof Found>;

export function reasonsShown({ valid, unread, reasons }: Found): Reason[] {
  if (valid || unread) return [];
  return reasons.length > 0 ? reasons : ["TIDAK_DIKETAHUI"];
}

export const CheckData = z.object({
  who: z.enum(["self", "family", "helped"]).optional(),
  nik: z.string().optional(),
  kk: z.string().optional(),
  /** A family card's number that waits for its NIK. */
  kept: z.string().optional(),
  /** Numbers of the last failed look-up. */
  before: z.object({ nik: z.string().optional(), kk: z.string().optional() }).optional(),
  /** How many family cards in a row did not fit this NIK. */
  misses: z.number().default(0),
  /** The chat asks which of these numbers to check. */
  asked: z.array(z.string()).default([]),
  /** In one message, a second person's NIK and the card of both people. */
  second: z.string().optional(),
  secondCard: z.string().optional(),
  asOf: z.string().optional(),
  change: z.enum(["death", "marriage", "divorce", "move"]).optional(),
  found: Found.optional(),
  /** The citizen asked only for this part of the result. */
  wants: z.literal("desil").optional(),
});
export type CheckData = z.infer<typeof CheckData>;
