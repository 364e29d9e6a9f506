import { mongo } from "mongoose";
import type { ChatData, StoredSession } from "../ports/chat-data.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";

type Sessions = Pick<ChatData, "restedSessions" | "sessionOf" | "storedSession" | "replaceSession">;

export function mongoSessions({ at, vault, clock }: Context): Sessions {
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
  };
}
