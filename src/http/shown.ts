import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { findDeliveries } from "../casework/desk/act-on-ticket.ts";
import { isOnlyMarked, mayRead } from "../casework/desk/caller.ts";
import type { Ticket } from "../casework/ticket.ts";
import type { Runtime } from "../runtime.ts";
import type { Text } from "../vocabulary/message.ts";
import type { TicketShown } from "./contract/tickets.ts";
import { inLanguageOf } from "./routes/language.ts";
import { headOf, wholeOf } from "./ticket-rows.ts";

/**
 * A ticket for its caller's eyes, with a sentence on what an act has done. An operator gets no word of a confidential one.
 * An act that takes its ticket out of its officer's sight is done all the same: they get the number and the sentence that says so.
 */
export async function shownTo(
  runtime: Runtime,
  request: Pick<FastifyRequest, "headers" | "officer">,
  ticket: Ticket,
  said?: Text,
): Promise<z.input<typeof TicketShown>> {
  const sentence = (text: Text) => inLanguageOf(request, runtime, text);
  if (mayRead(runtime, request, ticket)) {
    const whole = wholeOf(ticket, Object.fromEntries(await findDeliveries(runtime, ticket)));
    const told = said ?? (ticket.doubt ? { key: "casework.doubt" } : undefined);
    return { ...whole, ...(told ? { notice: sentence(told) } : {}) };
  }
  if (request.officer || isOnlyMarked(ticket))
    return { number: ticket.number, notice: sentence(said ?? { key: "casework.moved" }) };
  return { ...headOf(ticket, Date.now()), notice: sentence(said ?? { key: "casework.headOnly" }) };
}
