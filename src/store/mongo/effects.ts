import { z } from "zod";
import { type TicketDraft, TicketEvent } from "../../casework/ticket.ts";
import type { Effect } from "../ports/turns.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { addToTicket, insertTicket } from "./tickets.ts";

const Sealed = z.discriminatedUnion("type", [
  z.object({ type: z.literal("open-ticket"), draft: z.custom<TicketDraft>((value) => typeof value === "object") }),
  z.object({ type: z.literal("add-to-ticket"), number: z.string(), event: TicketEvent }),
]);

export const sealedEffect = ({ vault }: Context, id: string, effect: Effect): ConversationDoc["effects"][number] => ({
  id,
  sealed: vault.seal(effect, `effect ${id}`),
});

/** Gives each effect of a committed turn its own document, then takes it out of the conversation; repeated, it changes nothing. */
export async function applyEffects(
  context: Context,
  conversation: string,
  effects: ConversationDoc["effects"],
): Promise<void> {
  for (const { id, sealed } of effects) {
    const effect = Sealed.parse(context.vault.open(sealed, `effect ${id}`));
    if (effect.type === "open-ticket") await insertTicket(context, effect.draft);
    else await addToTicket(context, effect.number, effect.event);
  }
  await context.at.conversation.updateOne(
    { _id: conversation },
    { $pull: { effects: { id: { $in: effects.map(({ id }) => id) } } } },
  );
}
