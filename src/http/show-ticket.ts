import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { isOnlyForMarked } from "../casework/category.ts";
import { findDeliveries, isReachable } from "../casework/desk/act-on-ticket.ts";
import { mayRead } from "../casework/desk/caller.ts";
import { findAdded, readThread } from "../casework/desk/thread-page.ts";
import type { Officer } from "../casework/officer.ts";
import type { Ticket, WholeTicket, WithoutThread } from "../casework/ticket.ts";
import type { Runtime } from "../runtime.ts";
import type { Text } from "../vocabulary/message.ts";
import type { TicketAfterAct, TicketShown, TicketWhole } from "./contract/tickets.ts";
import { translateFor } from "./routes/language.ts";
import { headOf, rowOf, wholeOf } from "./ticket-rows.ts";

export const showRows = (
  runtime: Runtime,
  officer: Officer | undefined,
  tickets: readonly WithoutThread[],
  now: number,
) => tickets.map((ticket) => (mayRead(runtime, { officer }, ticket) ? rowOf(ticket, now) : headOf(ticket, now)));

/** `said`: the effect of an act. `undone`: what the caller still has to do. */
type Sentences = { said?: Text | undefined; undone?: Text | undefined };
type Request = Pick<FastifyRequest, "headers" | "officer">;

/** An officer who may not read the ticket gets only its number and a notice. */
export async function showTicketTo(
  runtime: Runtime,
  request: Request,
  ticket: Ticket,
  sentences: Sentences = {},
): Promise<z.input<typeof TicketShown>> {
  if (!mayRead(runtime, request, ticket)) return showUnreadable(runtime, request, ticket, sentences);
  return showReadable(runtime, request, await readThread(runtime, ticket), sentences);
}

export async function showActTo(
  runtime: Runtime,
  request: Request,
  changed: Ticket,
  { ids, ...sentences }: Sentences & { ids?: readonly string[] } = {},
): Promise<z.input<typeof TicketAfterAct>> {
  if (!mayRead(runtime, request, changed)) return showUnreadable(runtime, request, changed, sentences);
  const { unread: _, ...ticket } = changed;
  const added = await findAdded(runtime, changed, ids);
  const { events, ...shown } = await showReadable(runtime, request, { ...ticket, events: added }, sentences);
  return { ...shown, added: events };
}

async function showReadable(
  runtime: Runtime,
  request: Request,
  ticket: WholeTicket,
  { said, undone }: Sentences,
): Promise<z.input<typeof TicketWhole>> {
  const [deliveries, reachable] = await Promise.all([findDeliveries(runtime, ticket), isReachable(runtime, ticket)]);
  const doubt = ticket.doubt ? { key: "casework.doubt" } : undefined;
  return {
    ...wholeOf(ticket, Object.fromEntries(deliveries), reachable),
    ...noticeOf(runtime, request, said ?? doubt, undone),
  };
}

const showUnreadable = (runtime: Runtime, request: Request, ticket: Ticket, { said, undone }: Sentences) =>
  request.officer || isOnlyForMarked(ticket.category)
    ? { number: ticket.number, ...noticeOf(runtime, request, said ?? { key: "casework.moved" }, undone) }
    : {
        ...headOf(ticket, Date.now()),
        ...noticeOf(runtime, request, said ?? { key: "casework.headOnly" }, undone),
      };

function noticeOf(runtime: Runtime, request: Request, ...texts: (Text | undefined)[]): { notice?: string } {
  const written = texts.flatMap((text) => (text ? [translateFor(request, runtime, text)] : []));
  return written.length > 0 ? { notice: written.join(" ") } : {};
}
