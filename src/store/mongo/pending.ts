import { batchCalls } from "./batch.ts";
import type { Handled, InboundDoc } from "./collections.ts";
import type { Context } from "./context.ts";

export const AT_ONCE = 10;

export type Pending = {
  pendingOf(conversation: string): Promise<InboundDoc[]>;
  markHandled(handled: Handled): Promise<void>;
};

export function openPending({ at }: Context): Pending {
  const mark = batchCalls(async (all: readonly Handled[]): Promise<null[]> => {
    const writes = all.map(({ key, round, state, at: handledAt, reason, sealed }) => ({
      updateOne: {
        filter: { _id: key, round, state: "pending" as const },
        update: { $set: { state, handledAt, reason, ...(sealed ? { sealed } : {}) } },
      },
    }));
    await at.inbound.bulkWrite(writes, { ordered: false });
    return all.map(() => null);
  });

  const pendingOf = batchCalls(pendingOfAll);
  const firstOf = (conversation: string): Promise<InboundDoc[]> =>
    at.inbound.find({ conversation, state: "pending" }).sort({ order: 1, recordedAt: 1 }).limit(AT_ONCE).toArray();

  async function pendingOfAll(conversations: readonly string[]): Promise<InboundDoc[][]> {
    const [only] = conversations;
    if (only !== undefined && conversations.length === 1) return [await firstOf(only)];
    const most = conversations.length * AT_ONCE;
    const found = await at.inbound
      .find({ conversation: { $in: [...conversations] }, state: "pending" })
      .limit(most)
      .toArray();
    if (found.length === most) return Promise.all(conversations.map(firstOf));
    const inOrder = found.sort((a, b) => a.order - b.order || a.recordedAt - b.recordedAt);
    return conversations.map((id) => inOrder.filter(({ conversation }) => conversation === id).slice(0, AT_ONCE));
  }

  return { pendingOf, markHandled: async (handled) => void (await mark(handled)) };
}
