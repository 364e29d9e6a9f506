import { z } from "zod";
import { KINDS_OF_REASON } from "../../../register/reason-kinds.ts";
import { Reason } from "../../../vocabulary/lists.ts";

export const RepairData = z.object({
  reason: Reason.optional(),
  /** The reasons in the checked person's data; empty without a check. */
  reasons: z.array(Reason).default([]),
  /**
   * `seen` means that the chat has shown a person's data; `not-recorded`, that the register does not give this reason.
   */
  known: z.enum(["seen", "not-recorded"]).optional(),
  kind: z.enum(KINDS_OF_REASON).optional(),
  /** The words that the citizen wrote before the chat asked for anything. */
  text: z.string().default(""),
  /** The citizen has read which office makes a new family card after a death. */
  cardTold: z.boolean().default(false),
});
export type RepairData = z.infer<typeof RepairData>;
