import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { isOnlyForMarked } from "../casework/danger-lane.ts";
import { findDeliveries, isReachable } from "../casework/desk/act-on-ticket.ts";
import { mayRead } from "../casework/desk/caller.ts";
import type { Ticket } from "../casework/ticket.ts";
import type { Runtime } from "../runtime.ts";
import type { Text } from "../vocabulary/message.ts";
import type { TicketShown } from "./contract/tickets.ts";
import { translateFor } from "./routes/language.ts";
import { headOf, wholeOf } from "./ticket-rows.ts";

/**
 * Returns a ticket as far as its caller may read it, with a sentence on what an act has done. An operator gets no word
 * of a confidential ticket. If the officer's act has taken the ticket out of their own sight, they get its number and a
 * sentence that says so.
 */
export async function showTicketTo(
  runtime: Runtime,
  request: Pick<FastifyRequest, "headers" | "officer">,
  ticket: Ticket,
  said?: Text,
): Promise<z.input<typeof TicketShown>> {
  const sentence = (text: Text) => translateFor(request, runtime, text);
  if (mayRead(runtime, request, ticket)) {
    const deliveries = Object.fromEntries(await findDeliveries(runtime, ticket));
    const whole = wholeOf(ticket, deliveries, await isReachable(runtime, ticket));
    const told = said ?? (ticket.doubt ? { key: "casework.doubt" } : undefined);
    return { ...whole, ...(told ? { notice: sentence(told) } : {}) };
  }
  if (request.officer || isOnlyForMarked(ticket.category))
    return { number: ticket.number, notice: sentence(said ?? { key: "casework.moved" }) };
  return { ...headOf(ticket, Date.now()), notice: sentence(said ?? { key: "casework.headOnly" }) };
}
