import { z } from "zod";
import { TicketEvent } from "../casework/ticket.ts";
import type { Request } from "../conversation/engine/flow.ts";
import type { EffectKind } from "./effect.ts";

const AddToTicket = z.object({ number: z.string(), event: TicketEvent });

export const addToTicket: EffectKind<Request & { type: "add-to-ticket" }, z.infer<typeof AddToTicket>> = {
  payloadSchema: AddToTicket,
  payloadOf: ({ number, event }, { id }) => ({ number, event: { ...event, id, by: "citizen" } }),
  apply: ({ number, event }, writes) => writes.addToTicket(number, event),
  listJobs: ({ number, event }) => {
    const files = event.type === "add" ? (event.files ?? []) : [];
    return [{ name: "complaints", number }, ...(files.length > 0 ? [{ name: "media" as const, number }] : [])];
  },
};
