import { z } from "zod";
import { Reason } from "../../../vocabulary/lists.ts";

export const RepairData = z.object({
  reason: Reason.optional(),
  /** Every reason the register gives, when it was looked up. */
  reasons: z.array(Reason).default([]),
  /** What was told before anything was asked. */
  text: z.string().default(""),
  /** Where the new family card is made after a death has been told. */
  cardTold: z.boolean().default(false),
});
export type RepairData = z.infer<typeof RepairData>;
