import { z } from "zod";
import { KINDS_OF_REASON } from "../../../register/reason-kinds.ts";
import { Reason } from "../../../vocabulary/lists.ts";

export const RepairData = z.object({
  reason: Reason.optional(),
  /** Every reason the register gives, when it was looked up. */
  reasons: z.array(Reason).default([]),
  /** The kind of reasons that the citizen looks through. */
  kind: z.enum(KINDS_OF_REASON).optional(),
  /** What was told before anything was asked. */
  text: z.string().default(""),
  /** Where the new family card is made after a death has been told. */
  cardTold: z.boolean().default(false),
});
export type RepairData = z.infer<typeof RepairData>;
