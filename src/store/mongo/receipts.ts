import type { mongo } from "mongoose";
import type { Receipt } from "../../message.ts";
import type { OutboundDoc, Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";
import { unlessThere } from "./errors.ts";
import { conversationIn, ended } from "./outbox.ts";
import { dueStage, literal, outWithout } from "./sending.ts";

/** How often a message is sent again that its platform took and then gave back, and how long it rests before, in ms. */
const RESENDS = 5;
const RESEND_PAUSE = 10_000;

type Upward = "sent" | "delivered" | "read";
/** What each receipt may follow; `unknown` has arrived after all. */
const BELOW: Record<Upward, OutboundDoc["state"][]> = {
  sent: ["unknown"],
  delivered: ["unknown", "sent"],
  read: ["unknown", "sent", "delivered"],
};

const upward = ({ outboundId, state }: Receipt): mongo.AnyBulkWriteOperation<OutboundDoc> => ({
  updateOne: {
    filter: { _id: outboundId, tracked: true, state: { $in: BELOW[state as Upward] } },
    update: { $set: { state: state as Upward } },
  },
});

/** Moves sent messages. The usual ones go in one bulk; only what that did not find is looked at one by one. */
export async function recordReceipts(context: Context, receipts: readonly Receipt[]): Promise<void> {
  const risen = receipts.filter(({ state }) => state !== "failed");
  if (risen.length > 0) {
    const { matchedCount } = await context.at.outbound.bulkWrite(risen.map(upward));
    if (matchedCount < risen.length) for (const receipt of risen) await early(context, receipt);
  }
  for (const receipt of receipts) if (receipt.state === "failed") await failed(context, receipt);
}

/** The message, if it is still among those to be sent. */
async function unsent({ at }: Context, id: string): Promise<Outgoing | undefined> {
  const chat = await at.conversation.findOne({ _id: conversationIn(id), "out.id": id }, { projection: { out: 1 } });
  return chat?.out.find((one) => one.id === id && one.tracked);
}

/** A receipt before the platform's own answer, or after an attempt whose end we never saw: it has arrived and is not sent a second time. */
async function early(context: Context, { outboundId: id, state }: Receipt): Promise<void> {
  const message = await unsent(context, id);
  if (!message) return;
  await settle(context, message, id, state as Upward);
}

async function settle(context: Context, message: Outgoing, id: string, state: OutboundDoc["state"], code?: string) {
  const { at, clock } = context;
  const conversation = conversationIn(id);
  await unlessThere(at.outbound.insertOne(ended(conversation, message, state, clock.now(), code ?? null)));
  await at.conversation.updateOne({ _id: conversation }, [{ $set: { out: outWithout([id]) } }, dueStage]);
}

async function failed(context: Context, { outboundId: id, error }: Receipt): Promise<void> {
  const { at, clock } = context;
  const code = error?.code ?? "CHANNEL_REJECTED";
  const conversation = conversationIn(id);
  const now = clock.now();
  const sent = await at.outbound.findOne({ _id: id, tracked: true, state: "sent" });
  const sending = sent ? undefined : await unsent(context, id);
  const source = sent ?? sending;
  if (!source || (sending && sending.state !== "sending")) return;
  const { sealed, mass, tracked, live, attempts, unknown, createdAt, turn } = source;
  const base = { id, sealed, mass, tracked, live, attempts, unknown, createdAt, turn, code };
  const isBusy = code === "CHANNEL_BUSY" || code === "CONTACT_BUSY";
  if (code === "WINDOW_CLOSED") {
    const waiting: Outgoing = { ...base, state: "waiting", notBefore: 0, from: 0 };
    const pending: Outgoing = { ...waiting, state: "pending" };
    const isNews = { $gt: ["$turn.fence", turn] };
    await at.conversation.updateOne({ _id: conversation, "waiting.id": { $ne: id } }, [
      { $set: { out: outWithout([id]) } },
      {
        $set: {
          waiting: { $cond: [isNews, "$waiting", { $concatArrays: ["$waiting", literal([waiting])] }] },
          out: { $cond: [isNews, { $concatArrays: [literal([pending]), "$out"] }, "$out"] },
        },
      },
      dueStage,
    ]);
  } else if (isBusy && !mass && attempts < RESENDS) {
    const again: Outgoing = { ...base, state: "pending", notBefore: now + RESEND_PAUSE, from: now };
    await at.conversation.updateOne({ _id: conversation }, [
      { $set: { out: { $concatArrays: [literal([again]), outWithout([id])] } } },
      dueStage,
    ]);
  } else {
    if (sending) await settle(context, sending, id, "failed", code);
    else await at.outbound.updateOne({ _id: id, state: "sent" }, { $set: { state: "failed", code } });
    return;
  }
  if (sent) await at.outbound.deleteOne({ _id: id, state: "sent" });
}
