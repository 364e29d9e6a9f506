import { inChunks } from "../chunks.ts";
import type { Account } from "../ports/accounts.ts";
import type { InboundDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { dueStage, outWhere } from "./send-expressions.ts";

/** In ms. If a rest seems longer, an operator has set a clock back. */
const LONGEST_REST = 86_400_000;
const AT_ONCE = 500;

const withoutPauses = outWhere({ $eq: ["$$one.state", "pending"] }, { notBefore: 0, from: 0 });

export const mayBeAnswered = (now: number) => ({ notBefore: { $not: { $gt: now, $lte: now + LONGEST_REST } } });

export const isResting = ({ notBefore }: Pick<InboundDoc, "notBefore">, now: number): boolean =>
  typeof notBefore === "number" && notBefore > now && notBefore <= now + LONGEST_REST;

export async function restMessages({ at, clock }: Context, conversation: string, rest: number): Promise<void> {
  const notBefore = clock.now() + Math.min(rest, LONGEST_REST);
  await at.inbound.updateMany({ conversation, state: "pending" }, { $set: { notBefore } });
}

export async function restWithFirst({ at }: Context, { conversation, notBefore }: InboundDoc): Promise<void> {
  if (typeof notBefore !== "number") return;
  await at.inbound.updateMany({ conversation, state: "pending" }, { $set: { notBefore } });
}

/** Removes `rests` last, so after a crash the next call finds the chats again. */
export async function wakeRestingChats({ at }: Context, accounts: readonly Account[]): Promise<void> {
  if (accounts.length === 0) return;
  const resting = { $or: accounts.map(({ channel, account }) => ({ rests: true, channel, account })) };
  const all = await at.conversation.find(resting, { projection: { _id: 1 } }).toArray();
  for (const chats of inChunks(all, AT_ONCE)) {
    const ids = chats.map(({ _id }) => _id);
    await at.inbound.updateMany(
      { conversation: { $in: ids }, state: "pending", notBefore: { $gt: 0 } },
      { $unset: { notBefore: 1 } },
    );
    await at.conversation.updateMany({ _id: { $in: ids } }, [
      { $set: { out: withoutPauses } },
      dueStage,
      { $unset: "rests" },
    ]);
  }
}
