import type { ChatData } from "../ports/chat-data.ts";
import type { Context } from "./context.ts";

type Forgetting = Pick<ChatData, "markForgotten" | "forgottenChats" | "eraseChat" | "eraseContact">;

export const mongoForgetting = ({ at, clock }: Context): Forgetting => ({
  async markForgotten(conversation) {
    const forgetAt = Math.ceil(clock.now());
    await at.conversation.updateOne({ _id: conversation, forgetAt: { $exists: false } }, { $set: { forgetAt } });
    return (await at.conversation.findOne({ _id: conversation }))?.forgetAt ?? 0;
  },

  async forgottenChats(limit) {
    const docs = await at.conversation
      .find({ forgetAt: { $gt: 0 } }, { projection: { forgetAt: 1 } })
      .sort({ forgetAt: 1 })
      .limit(limit)
      .toArray();
    return docs.map(({ _id, forgetAt = 0 }) => ({ conversation: _id, at: forgetAt }));
  },

  async eraseChat(conversation, until) {
    const said = await at.inbound.deleteMany({
      conversation,
      state: { $ne: "pending" },
      recordedAt: { $lte: until },
    });
    const answered = await at.outbound.deleteMany({ conversation, createdAt: { $lte: until } });
    const candidates = await at.candidate.deleteMany({ conversation, at: { $lte: until } });
    const cameBack = await at.inbound.findOne({ conversation, recordedAt: { $gt: until } });
    if (!cameBack) {
      await at.conversation.updateOne(
        { _id: conversation, "turn.held": false },
        { $set: { session: null, stripAt: null } },
      );
    }
    return said.deletedCount + answered.deletedCount + candidates.deletedCount;
  },

  async eraseContact(conversation) {
    const chat = await at.conversation.findOne({ _id: conversation });
    if (!chat?.forgetAt) return false;
    if (await at.inbound.findOne({ conversation, recordedAt: { $gt: chat.forgetAt } })) {
      await at.conversation.updateOne({ _id: conversation }, { $unset: { forgetAt: "" } });
      return false;
    }
    if (await at.inbound.findOne({ conversation })) return false;
    if (chat.out.length > 0 || chat.waiting.length > 0 || chat.effects.length > 0) return false;
    // The names go first, so a citizen who writes between these steps gets a new chat.
    await at.identity.deleteMany({ conversation });
    await at.outbound.deleteMany({ conversation });
    await at.candidate.deleteMany({ conversation });
    await at.conversation.deleteOne({ _id: conversation });
    return true;
  },
});
