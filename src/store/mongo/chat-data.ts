import { InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import { openCandidate } from "../candidate-words.ts";
import type { ChatData } from "../ports/chat-data.ts";
import { candidateRow } from "./candidates.ts";
import { mongoForgetting } from "./chat-forgetting.ts";
import { mongoSessions } from "./chat-sessions.ts";
import type { Context } from "./context.ts";

export function mongoChatData(context: Context): ChatData {
  const { at, vault, clock } = context;
  return {
    ...mongoSessions(context),
    ...mongoForgetting(context),

    async chatRecords(conversation) {
      const [said, ended, chat, missed] = await Promise.all([
        at.inbound.find({ conversation }).sort({ recordedAt: 1 }).toArray(),
        at.outbound.find({ conversation }).sort({ createdAt: 1 }).toArray(),
        at.conversation.findOne({ _id: conversation }, { projection: { out: 1, waiting: 1, handled: 1 } }),
        at.candidate.find({ conversation }).sort({ at: 1 }).toArray(),
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
        missed: missed
          .map((doc) => openCandidate(vault, candidateRow(doc)))
          .map(({ at: keptAt, text }) => ({ at: keptAt, text })),
      };
    },

    async withdrawConsent(conversation) {
      await at.conversation.updateOne(
        { _id: conversation, withdrawnAt: { $exists: false } },
        { $set: { withdrawnAt: clock.now() } },
      );
    },
  };
}
