import { z } from "zod";
import type { TicketDraft } from "../casework/ticket.ts";
import type { Request } from "../conversation/engine/flow.ts";
import type { EffectKind } from "./effect.ts";

const isDraft = (value: unknown): boolean =>
  typeof value === "object" && value !== null && typeof (value as { number?: unknown }).number === "string";

const OpenTicket = z.object({ draft: z.custom<TicketDraft>(isDraft) });

export const openTicket: EffectKind<Request & { type: "open-ticket" }, z.infer<typeof OpenTicket>> = {
  payloadSchema: OpenTicket,
  payloadOf: ({ draft }, { conversation }) => ({ draft: { ...draft, conversation } }),
  apply: ({ draft }, writes) => writes.openTicket(draft),
  listJobs: ({ draft: { number, files = [] } }) => [
    { name: "complaints", number },
    ...(files.length > 0 ? [{ name: "media" as const, number }] : []),
  ],
};
