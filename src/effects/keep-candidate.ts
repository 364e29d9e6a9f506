import { z } from "zod";
import type { Request } from "../conversation/engine/flow.ts";
import type { EffectKind } from "./effect.ts";

const KeepCandidate = z.object({
  id: z.string(),
  conversation: z.string(),
  district: z.string(),
  text: z.string(),
  offered: z.array(z.string()),
});

export const keepCandidate: EffectKind<Request & { type: "keep-candidate" }, z.infer<typeof KeepCandidate>> = {
  payloadSchema: KeepCandidate,
  payloadOf: ({ district, text, offered }, { id, conversation }) => ({ id, conversation, district, text, offered }),
  apply: (draft, writes) => writes.keepCandidate(draft),
  listJobs: () => [],
};
