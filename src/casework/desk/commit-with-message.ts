import { outboundId } from "../../store/ports/outbox.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import type { ActGuard } from "../act-guard.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/**
 * Commits an event together with the message that tells the citizen of it, then wakes the workers that send the
 * message. The event keeps the message's id, which leads to the state of its delivery. Without a message or a chat,
 * only the event is committed.
 */
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
