import { limitsFor } from "../../channels/accounts.ts";
import { composeBubbles } from "../../channels/compose.ts";
import type { OutboundBody, Reply } from "../../vocabulary/message.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

export async function composeTicketMessage(
  desk: Desk,
  { number, conversation, locale }: Ticket,
  reply: Reply,
): Promise<OutboundBody[] | undefined> {
  const contact = conversation ? await desk.store.contactOf(conversation) : undefined;
  if (!contact) return undefined;
  const limits = limitsFor(desk, contact);
  return composeBubbles([reply], locale, limits, desk.translate).map((body) => ({ ...body, ticket: number }));
}
