import { applyEffect, type Effect, readEffect } from "../../effects/index.ts";
import { keepCandidate, noteCandidateChoice } from "./candidates.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { addToTicket, insertTicket } from "./ticket-change.ts";

export const sealedEffect = ({ vault }: Context, effect: Effect): ConversationDoc["effects"][number] => ({
  id: effect.id,
  sealed: vault.seal(effect, `effect ${effect.id}`),
});

/** A repeated call after a crash applies no effect twice. */
export async function applyEffects(
  context: Context,
  conversation: string,
  effects: ConversationDoc["effects"],
): Promise<void> {
  for (const { id, sealed } of effects) {
    await applyEffect(readEffect(id, context.vault.open(sealed, `effect ${id}`)), {
      openTicket: async (draft) => void (await insertTicket(context, draft)),
      addToTicket: (number, event) => addToTicket(context, number, event),
      keepCandidate: (draft) => keepCandidate(context, draft),
      noteCandidateChoice: (chat, chosen) => noteCandidateChoice(context, chat, chosen),
    });
  }
  await context.at.conversation.updateOne(
    { _id: conversation },
    { $pull: { effects: { id: { $in: effects.map(({ id }) => id) } } } },
  );
}
