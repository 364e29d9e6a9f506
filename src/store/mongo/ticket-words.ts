import type { OutboundBody } from "../../vocabulary/message.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { newOutgoing, pushOutgoing } from "./send-expressions.ts";

/** What of a ticket is not where it belongs yet. */
export const ON_THE_WAY = { unsent: 1, unlogged: 1, arriving: 1, revision: 1, conversation: 1 } as const;

/** Brings a ticket's words into its citizen's chat, where the ticket itself is already changed. */
export async function sendWords(
  context: Context,
  { _id, conversation, unsent = [] }: Pick<TicketDoc, "_id" | "conversation" | "unsent">,
): Promise<void> {
  const { at } = context;
  if (conversation === null || unsent.length === 0) return;
  const chat = await at.conversation.findOne({ _id: conversation }, { projection: { channel: 1 } });
  for (const { id, sealed, mass } of chat ? unsent : []) {
    const body = context.vault.open(sealed, `outbound ${id}`) as OutboundBody;
    const message = newOutgoing(context, chat?.channel ?? "", id, { ...body, mass }, { tracked: true });
    await pushOutgoing(context, conversation, message);
  }
  await at.ticket.updateOne({ _id }, { $pull: { unsent: { id: { $in: unsent.map(({ id }) => id) } } } });
}

/** Finishes what a process that died left between a ticket, its chat and the log of changes. */
export async function finishTickets(context: Context, olderThan: number): Promise<void> {
  const before = context.clock.now() - olderThan;
  const stuck = (of: "unsent.at" | "unlogged.at") =>
    context.at.ticket
      .find({ [of]: { $lt: before } }, { projection: ON_THE_WAY })
      .limit(100)
      .toArray();
  for (const doc of await stuck("unlogged.at")) await context.log.take(doc);
  for (const doc of await stuck("unsent.at")) await sendWords(context, doc);
}
