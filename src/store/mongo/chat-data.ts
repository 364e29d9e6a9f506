import { mongo } from "mongoose";
import { InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import type { ChatData, StoredSession } from "../ports/chat-data.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";

/** What a person may ask for of their chat, and what resting chats lose. */
export function mongoChatData({ at, vault, clock }: Context): ChatData {
  const stored = ({ _id, session }: Pick<ConversationDoc, "_id" | "session">): StoredSession[] =>
    session
      ? [
          {
            conversation: _id,
            session: vault.open(session, `session ${_id}`),
            seal: Buffer.from(session).toString("base64"),
          },
        ]
      : [];

  return {
    async restedSessions(limit) {
      const docs = await at.conversation
        .find({ stripAt: { $gte: 0, $lte: clock.now() } }, { projection: { session: 1 } })
        .sort({ stripAt: 1 })
        .limit(limit)
        .toArray();
      return docs.flatMap(stored);
    },

    async sessionOf(conversation) {
      const doc = await at.conversation.findOne({ _id: conversation }, { projection: { session: 1 } });
      return doc?.session ? vault.open(doc.session, `session ${conversation}`) : undefined;
    },

    async storedSession(conversation) {
      const doc = await at.conversation.findOne({ _id: conversation }, { projection: { session: 1 } });
      return doc ? stored(doc)[0] : undefined;
    },

    async replaceSession({ conversation, session, seal }, stripAt) {
      const sealed = vault.seal(session, `session ${conversation}`);
      const { modifiedCount } = await at.conversation.updateOne(
        { _id: conversation, session: new mongo.Binary(Buffer.from(seal, "base64")) as unknown as Uint8Array },
        { $set: { session: sealed, stripAt: stripAt ?? null } },
      );
      return modifiedCount > 0;
    },

    async chatRecords(conversation) {
      const [said, ended, chat] = await Promise.all([
        at.inbound.find({ conversation }).sort({ recordedAt: 1 }).toArray(),
        at.outbound.find({ conversation }).sort({ createdAt: 1 }).toArray(),
        at.conversation.findOne({ _id: conversation }, { projection: { out: 1, waiting: 1, handled: 1 } }),
      ]);
      const masked = new Map(chat?.handled.map(({ key, sealed }) => [key, sealed]));
      const answered = [
        ...ended.map(({ _id, sealed, createdAt }) => ({ id: _id, sealed, createdAt })),
        ...(chat?.waiting ?? []),
        ...(chat?.out ?? []),
      ];
      return {
        said: said.flatMap(({ _id, sealed, recordedAt }) => {
          const read = InboundMessage.safeParse(vault.open(masked.get(_id) ?? sealed, `inbound ${_id}`));
          return read.success ? [{ at: Math.floor(recordedAt), content: read.data.content }] : [];
        }),
        answered: answered.map(({ id, sealed, createdAt }) => ({
          id,
          at: Math.floor(createdAt),
          text: OutboundBody.parse(vault.open(sealed, `outbound ${id}`)).text,
        })),
      };
    },

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
      const cameBack = await at.inbound.findOne({ conversation, recordedAt: { $gt: until } });
      if (!cameBack) {
        await at.conversation.updateOne(
          { _id: conversation, "turn.held": false },
          { $set: { session: null, stripAt: null } },
        );
      }
      return said.deletedCount + answered.deletedCount;
    },

    async eraseContact(conversation) {
      const chat = await at.conversation.findOne({ _id: conversation });
      if (!chat?.forgetAt) return false;
      if (await at.inbound.findOne({ conversation, recordedAt: { $gt: chat.forgetAt } })) {
        await at.conversation.updateOne({ _id: conversation }, { $unset: { forgetAt: "" } }); // they came back
        return false;
      }
      if (await at.inbound.findOne({ conversation })) return false;
      // The names go first: whoever writes in between begins a chat of their own.
      if (chat.out.length > 0 || chat.waiting.length > 0 || chat.effects.length > 0) return false;
      await at.identity.deleteMany({ conversation });
      await at.outbound.deleteMany({ conversation });
      await at.conversation.deleteOne({ _id: conversation });
      return true;
    },

    async withdrawConsent(conversation) {
      await at.conversation.updateOne(
        { _id: conversation, withdrawnAt: { $exists: false } },
        { $set: { withdrawnAt: clock.now() } },
      );
    },
  };
}
