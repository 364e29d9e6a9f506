import { z } from "zod";
import { KINDS_OF_REASON } from "../../../register/reason-kinds.ts";
import { Reason } from "../../../vocabulary/lists.ts";

export const RepairData = z.object({
  reason: Reason.optional(),
  /** The reasons in the checked person's data; empty without a check. */
  reasons: z.array(Reason).default([]),
  /** `not-recorded`: the register does not give this reason. */
  known: z.enum(["seen", "not-recorded"]).optional(),
  kind: z.enum(KINDS_OF_REASON).optional(),
  /** The words that the citizen wrote before the chat asked for anything. */
  text: z.string().default(""),
  cardTold: z.boolean().default(false),
});
export type RepairData = z.infer<typeof RepairData>;
