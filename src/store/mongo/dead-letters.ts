import { InboundMessage } from "../../vocabulary/message.ts";
import type { DeadLetter, DeadLetters } from "../ports/dead-letters.ts";
import { inboundName } from "../record-names.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

export const mongoDeadLetters = ({ at, vault, clock }: Context): DeadLetters => ({
  async recordUnreadable({ channel, account }, id, raw, reason) {
    const key = inboundName(vault, { channel, account }, `unreadable ${id}`);
    const now = clock.now();
    await insertOnce(
      at.inbound.insertOne({
        _id: key,
        conversation: null,
        channel,
        live: false,
        order: 0,
        sealed: vault.seal({ raw }, `inbound ${key}`),
        state: "dead",
        attempts: 0,
        round: 0,
        recordedAt: now,
        handledAt: now,
        reason,
      }),
    );
  },

  async deadLetters(limit) {
    const docs = await at.inbound.find({ state: "dead" }).sort({ notBefore: 1, recordedAt: 1 }).limit(limit).toArray();
    return docs.map(
      ({ _id, channel, reason, handledAt, recordedAt, attempts, conversation }): DeadLetter => ({
        key: _id,
        channel,
        reason: reason ?? "",
        at: handledAt ?? Math.floor(recordedAt),
        attempts,
        ...(conversation ? { conversation } : {}),
      }),
    );
  },

  async dropDeadLetter(key) {
    return (await at.inbound.deleteOne({ _id: key, state: "dead" })).deletedCount > 0;
  },

  async retryDeadLetter(key) {
    const doc = await at.inbound.findOne({ _id: key, state: "dead" });
    if (!doc?.conversation) return undefined;
    if (!InboundMessage.safeParse(vault.open(doc.sealed, `inbound ${key}`)).success) return undefined;
    await at.inbound.updateOne(
      { _id: key, state: "dead" },
      {
        $set: { state: "pending", attempts: 0, handledAt: null, reason: null },
        $unset: { notBefore: 1 },
        $inc: { round: 1 },
      },
    );
    return doc.conversation;
  },
});
