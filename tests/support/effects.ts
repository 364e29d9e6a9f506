import type { TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import type { Effect } from "../../src/effects/index.ts";

export const opensTicket = (draft: TicketDraft): Effect<"open-ticket"> => ({
  type: "open-ticket",
  id: `open ${draft.number}`,
  payload: { draft },
});

export const addsToTicket = (number: string, event: TicketEvent): Effect<"add-to-ticket"> => ({
  type: "add-to-ticket",
  id: event.id,
  payload: { number, event },
});
