import { inChunks } from "../chunks.ts";
import { type Accounts, type AccountWaiting, OFF_REASON } from "../ports/accounts.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { endedRecord } from "./ended-record.ts";
import { findDuplicates } from "./errors.ts";
import { wakeRestingChats } from "./rests.ts";
import { dueStage, outWithout } from "./send-expressions.ts";

const AT_ONCE = 500;

type Chat = Pick<ConversationDoc, "_id" | "channel" | "account" | "out" | "waiting" | "handled">;
const CHAT = { channel: 1, account: 1, out: 1, waiting: 1, handled: 1 } as const;

export function mongoAccounts(context: Context): Accounts {
  const { at, clock } = context;

  /** Yields each chat that has a message without an answer, or a reply to send. */
  async function* waitingChats(
    of: Partial<Pick<Chat, "channel" | "account">> = {},
  ): AsyncGenerator<{ chat: Chat; pending: { count: number; first: number } }> {
    const pending = new Map<string, { count: number; first: number }>();
    const groups = at.inbound.aggregate<{ _id: string | null; count: number; first: number }>([
      { $match: { state: "pending" } },
      { $group: { _id: "$conversation", count: { $sum: 1 }, first: { $min: "$recordedAt" } } },
    ]);
    for await (const { _id, count, first } of groups) if (_id !== null) pending.set(_id, { count, first });
    const sending = await at.conversation
      .find({ $or: [{ "due.at": { $exists: true } }, { "waiting.0": { $exists: true } }] }, { projection: { _id: 1 } })
      .toArray();
    const ids = [...new Set([...pending.keys(), ...sending.map(({ _id }) => _id)])];
    for (const chunk of inChunks(ids, AT_ONCE)) {
      const some = { _id: { $in: chunk }, ...of };
      for await (const chat of at.conversation.find(some, { projection: CHAT }))
        yield { chat, pending: pending.get(chat._id) ?? { count: 0, first: clock.now() } };
    }
  }

  async function endReplies({ _id, out, waiting }: Chat): Promise<number> {
    const all = [...waiting, ...out];
    const ids = all.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const ended = all.map((one) => endedRecord(_id, one, "failed", clock.now(), "CHANNEL_STOPPED"));
    await findDuplicates(at.outbound.insertMany(ended, { ordered: false }));
    const { matchedCount } = await at.conversation.updateOne({ _id, "send.held": false }, [
      { $set: { out: outWithout(ids), waiting: outWithout(ids, "$waiting") } },
      dueStage,
    ]);
    if (matchedCount > 0) return ids.length;
    await at.outbound.deleteMany({ _id: { $in: ids }, state: "failed" });
    return 0;
  }

  return {
    async waitingByAccount() {
      const now = clock.now();
      const accounts = new Map<string, AccountWaiting>();
      for await (const { chat, pending } of waitingChats()) {
        const { channel, account, out } = chat;
        if (pending.count === 0 && out.length === 0) continue;
        const key = `${channel} ${account}`;
        const known = accounts.get(key) ?? { channel, account, inbound: 0, outbound: 0, unanswered: 0, oldest: 0 };
        const since = (...moments: number[]) => Math.max(0, ...moments.map((moment) => Math.floor(now - moment)));
        accounts.set(key, {
          ...known,
          inbound: known.inbound + pending.count,
          outbound: known.outbound + out.length,
          unanswered: Math.max(known.unanswered, pending.count > 0 ? since(pending.first) : 0),
          oldest: Math.max(known.oldest, since(...out.map(({ createdAt }) => createdAt))),
        });
      }
      return [...accounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    },

    wakeRestingChats: (accounts) => wakeRestingChats(context, accounts),

    async giveUpWaitingMessages({ channel, account }) {
      const total = { inbound: 0, outbound: 0 };
      for await (const { chat } of waitingChats({ channel, account })) {
        // After a crash, an answered message may still be `pending`.
        const answered = chat.handled.map(({ key }) => key);
        const { modifiedCount } = await at.inbound.updateMany(
          { conversation: chat._id, state: "pending", _id: { $nin: answered } },
          { $set: { state: "dead", handledAt: clock.now(), reason: OFF_REASON }, $unset: { notBefore: 1 } },
        );
        total.inbound += modifiedCount;
        total.outbound += await endReplies(chat);
      }
      return total;
    },
  };
}
