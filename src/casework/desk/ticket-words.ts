import { composed } from "../../messaging/compose.ts";
import { channelOf, type Messaging } from "../../messaging/messaging.ts";
import type { OutboundBody, Reply } from "../../vocabulary/message.ts";
import type { Ticket } from "../ticket.ts";

/** Words to a ticket's citizen, in their language and within their channel's limits; `undefined`: they have no chat here. */
export async function ticketWords(
  messaging: Messaging,
  { number, conversation, locale }: Ticket,
  reply: Reply,
): Promise<OutboundBody[] | undefined> {
  const contact = conversation ? await messaging.store.contactOf(conversation) : undefined;
  if (!contact) return undefined;
  const { limits } = channelOf(messaging, contact);
  return composed([reply], locale, limits, messaging.translate).map((body) => ({ ...body, ticket: number }));
}
