import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { isOnlyForMarked } from "../casework/category.ts";
import { findDeliveries, isReachable } from "../casework/desk/act-on-ticket.ts";
import { mayRead } from "../casework/desk/caller.ts";
import { readThread } from "../casework/desk/thread-page.ts";
import type { Officer } from "../casework/officer.ts";
import type { Ticket, WithoutThread } from "../casework/ticket.ts";
import type { Runtime } from "../runtime.ts";
import type { Text } from "../vocabulary/message.ts";
import type { TicketShown } from "./contract/tickets.ts";
import { translateFor } from "./routes/language.ts";
import { headOf, rowOf, wholeOf } from "./ticket-rows.ts";

/**
 * Returns the row of each ticket, without its reason, programme, link and parts if the caller may not read the ticket.
 */
export const showRows = (
  runtime: Runtime,
  officer: Officer | undefined,
  tickets: readonly WithoutThread[],
  now: number,
) => tickets.map((ticket) => (mayRead(runtime, { officer }, ticket) ? rowOf(ticket, now) : headOf(ticket, now)));

/**
 * Returns the fields of a ticket that the caller may read, with a sentence on the effect of an act. An operator gets no
 * words of a confidential ticket. An officer who may not see the ticket after the act gets only its number and a
 * sentence.
 *
 * `undone` says what the caller still has to do.
 */
export async function showTicketTo(
  runtime: Runtime,
  request: Pick<FastifyRequest, "headers" | "officer">,
  changed: Ticket,
  said?: Text,
  undone?: Text,
): Promise<z.input<typeof TicketShown>> {
  const sentences = (...texts: (Text | undefined)[]) => {
    const written = texts.flatMap((text) => (text ? [translateFor(request, runtime, text)] : []));
    return written.length > 0 ? { notice: written.join(" ") } : {};
  };
  if (mayRead(runtime, request, changed)) {
    const ticket = await readThread(runtime, changed);
    const [deliveries, reachable] = await Promise.all([findDeliveries(runtime, ticket), isReachable(runtime, ticket)]);
    const whole = wholeOf(ticket, Object.fromEntries(deliveries), reachable);
    return { ...whole, ...sentences(said ?? (ticket.doubt ? { key: "casework.doubt" } : undefined), undone) };
  }
  if (request.officer || isOnlyForMarked(changed.category))
    return { number: changed.number, ...sentences(said ?? { key: "casework.moved" }, undone) };
  return { ...headOf(changed, Date.now()), ...sentences(said ?? { key: "casework.headOnly" }, undone) };
}
