import { z } from "zod";
import type { Request } from "../conversation/engine/flow.ts";
import type { EffectKind } from "./effect.ts";

const SettleCandidate = z.object({ conversation: z.string(), chosen: z.string() });

export const settleCandidate: EffectKind<Request & { type: "settle-candidate" }, z.infer<typeof SettleCandidate>> = {
  payloadSchema: SettleCandidate,
  payloadOf: ({ chosen }, { conversation }) => ({ conversation, chosen }),
  apply: ({ conversation, chosen }, writes) => writes.noteCandidateChoice(conversation, chosen),
  listJobs: () => [],
};
