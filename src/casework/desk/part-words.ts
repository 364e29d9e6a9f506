import { AppError } from "../../vocabulary/errors.ts";
import type { Office } from "../../vocabulary/lists.ts";
import type { OutboundBody, Text } from "../../vocabulary/message.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { composeTicketMessage } from "./ticket-words.ts";

/** Rejects with TOO_LARGE if the words do not fit into one message. */
export async function composePartMessage(
  desk: Desk,
  ticket: Ticket,
  says: string,
  { office, text }: { office: Office; text: string },
): Promise<OutboundBody | undefined> {
  if (ticket.conversation === undefined) return undefined;
  const { number, category } = ticket;
  const values = { number, category: { key: `category.${category}` }, office: { key: `owner.${office}` }, text };
  const said: Text = { key: says, values };
  const choices = [{ id: `>track.show:${number}`, title: { key: "casework.see" } }];
  const words = await composeTicketMessage(desk, ticket, { parts: [said], choices });
  if (words && words.length > 1) throw new AppError("TOO_LARGE", "the words do not fit into one message");
  return words?.[0];
}
