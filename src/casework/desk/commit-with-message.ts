import { outboundId } from "../../store/ports/outbox.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import type { ActGuard } from "../stale-act.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import type { Desk } from "./desk.ts";

export async function commitWithMessage(
  { store, queue }: Pick<Desk, "store" | "queue">,
  { number, conversation }: Pick<Ticket, "number" | "conversation">,
  event: TicketEvent,
  message: OutboundBody | undefined,
  guard?: ActGuard,
): Promise<Ticket> {
  if (!message || conversation === undefined) return store.changeTicket(number, event, undefined, guard);
  const outbound = outboundId(conversation, `${number}-${event.id}`);
  const ticket = await store.changeTicket(number, { ...event, outbound } as TicketEvent, message, guard);
  await queue.wake("outbound", { conversation });
  return ticket;
}
