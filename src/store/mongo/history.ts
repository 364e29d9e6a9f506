import { maskNumbers } from "../../register/find-numbers.ts";
import { type HistoryEntry, InboundMessage, OutboundBody } from "../../vocabulary/message.ts";
import { sentWords, shownReply } from "../history-words.ts";
import type { History } from "../ports/history.ts";
import { contactName } from "../record-names.ts";
import type { Context } from "./context.ts";

export const mongoHistory = ({ at, vault }: Context): History => ({
  async history(contact, limit) {
    const identity = await at.identity.findOne({ _id: contactName(vault, contact) });
    if (!identity) return [];
    const { conversation } = identity;
    const [said, gone, chat] = await Promise.all([
      at.inbound.find({ conversation, live: true }).sort({ recordedAt: -1 }).limit(limit).toArray(),
      at.outbound.find({ conversation, live: true }).sort({ createdAt: -1 }).limit(limit).toArray(),
      at.conversation.findOne({ _id: conversation }, { projection: { out: 1, waiting: 1, handled: 1 } }),
    ]);
    const handled = new Map(chat?.handled.map(({ key, sealed }) => [key, sealed]));
    const citizen = said.map(({ _id, sealed, recordedAt }): HistoryEntry => {
      const { id, content } = InboundMessage.parse(vault.open(handled.get(_id) ?? sealed, `inbound ${_id}`));
      return { id, from: "citizen", text: maskNumbers(sentWords(content)), choices: [], at: recordedAt };
    });
    const ended = new Set(gone.map(({ _id }) => _id));
    const unsent = [...(chat?.waiting ?? []), ...(chat?.out ?? [])].filter(({ live, id }) => live && !ended.has(id));
    const service = [...gone.map((one) => ({ ...one, id: one._id })), ...unsent].map(
      ({ id, sealed, createdAt }): HistoryEntry =>
        shownReply(id, OutboundBody.parse(vault.open(sealed, `outbound ${id}`)), createdAt),
    );
    return [...citizen, ...service]
      .sort((a, b) => a.at - b.at)
      .slice(-limit)
      .map((entry) => ({ ...entry, at: Math.floor(entry.at) }));
  },
});
