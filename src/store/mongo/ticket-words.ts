import type { OutboundBody } from "../../vocabulary/message.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { newOutgoing, pushOutgoing } from "./send-expressions.ts";

export const UNMOVED = { unsent: 1, unlogged: 1, arriving: 1, revision: 1, conversation: 1 } as const;

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

/** Moves messages and changes that a dead process left in tickets' documents more than `olderThan` ms ago. */
export async function moveStuckWrites(context: Context, olderThan: number): Promise<void> {
  const before = context.clock.now() - olderThan;
  const stuck = (of: "unsent.at" | "unlogged.at") =>
    context.at.ticket
      .find({ [of]: { $lt: before } }, { projection: UNMOVED })
      .limit(100)
      .toArray();
  for (const doc of await stuck("unlogged.at")) await context.changeLog.take(doc);
  for (const doc of await stuck("unsent.at")) await sendWords(context, doc);
}
