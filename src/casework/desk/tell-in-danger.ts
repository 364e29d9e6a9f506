import type { OutboundBody } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import { kindTable } from "../kinds/index.ts";
import type { Officer } from "../officer.ts";
import type { Ticket } from "../ticket.ts";
import { composeAssignmentMessage } from "./assignment-message.ts";
import type { Desk } from "./desk.ts";

/**
 * Tells a citizen in danger who has the ticket, after a message has reached that officer: once for each officer. A
 * survivor hears no name, since somebody else may hold the phone.
 */
export async function sayWhoIsReached(
  desk: Desk,
  ticket: Ticket,
  { officer, beside }: { officer: Officer; beside: Officer | undefined },
): Promise<void> {
  const { says } = kindTable(ticket.kind).moves.assign;
  if (!says || rule(ticket.category).onlyMarked === "survivor") return;
  await sendOnce(
    desk,
    ticket,
    `with-${officer.id}`,
    await composeAssignmentMessage(desk, ticket, says, { officer, beside }),
  );
}

/** Sends a message to the ticket's citizen. A message with the same `id` about one ticket is sent once. */
async function sendOnce(
  { store, queue }: Pick<Desk, "store" | "queue">,
  { number, conversation }: Ticket,
  id: string,
  message: OutboundBody | undefined,
): Promise<void> {
  if (!message || conversation === undefined) return;
  await store.addOutbound(conversation, `${number}-${id}`, message);
  await queue.wake("outbound", { conversation });
}
