import type { mongo } from "mongoose";
import type { Receipt } from "../../vocabulary/message.ts";
import { conversationIn } from "../ports/outbox.ts";
import { isGivenBack, LONGEST_RESEND_PAUSE, RESEND_PAUSE, RESENT_FOR } from "../resend-pauses.ts";
import type { OutboundDoc, Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";
import { endedRecord } from "./ended-record.ts";
import { insertOnce } from "./errors.ts";
import { closedBy, dueStage, literal, outWithout } from "./send-expressions.ts";

/** After one of these codes, the store ignores a later `sent` receipt. */
const GIVEN_BACK = new Set(["WINDOW_CLOSED", "CHANNEL_BUSY", "CONTACT_BUSY", "CHANNEL_STOPPED"]);

type Upward = "sent" | "delivered" | "read";
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

export async function recordReceipts(context: Context, receipts: readonly Receipt[]): Promise<string[]> {
  const risen = receipts.filter(({ state }) => state !== "failed");
  if (risen.length > 0) {
    const { matchedCount } = await context.at.outbound.bulkWrite(risen.map(upward));
    if (matchedCount < risen.length) for (const receipt of risen) await applyEarlyReceipt(context, receipt);
  }
  const again: string[] = [];
  for (const receipt of receipts) {
    if (receipt.state === "failed" && (await applyFailedReceipt(context, receipt)))
      again.push(conversationIn(receipt.outboundId));
  }
  return again;
}

async function findUnsent({ at }: Context, id: string): Promise<Outgoing | undefined> {
  const chat = await at.conversation.findOne({ _id: conversationIn(id), "out.id": id }, { projection: { out: 1 } });
  return chat?.out.find((one) => one.id === id && one.tracked);
}

/** A receipt may come before the platform's own answer, or after an attempt with an unknown result. */
async function applyEarlyReceipt(context: Context, { outboundId: id, state }: Receipt): Promise<void> {
  const message = await findUnsent(context, id);
  if (!message || (state === "sent" && GIVEN_BACK.has(message.code ?? ""))) return;
  await recordOutcome(context, message, id, state as Upward);
}

async function recordOutcome(
  context: Context,
  message: Outgoing,
  id: string,
  state: OutboundDoc["state"],
  code?: string,
) {
  const { at, clock } = context;
  const conversation = conversationIn(id);
  await insertOnce(at.outbound.insertOne(endedRecord(conversation, message, state, clock.now(), code ?? null)));
  await at.conversation.updateOne({ _id: conversation }, [{ $set: { out: outWithout([id]) } }, dueStage]);
}

/** Returns true if the service should send the message again now. */
async function applyFailedReceipt(
  context: Context,
  { channel, outboundId: id, error, at: toldAt }: Receipt,
): Promise<boolean> {
  const { at, clock, traits } = context;
  const code = error?.code ?? "CHANNEL_REJECTED";
  const conversation = conversationIn(id);
  const now = clock.now();
  const sent = await at.outbound.findOne({ _id: id, tracked: true, state: "sent" });
  const sending = sent ? undefined : await findUnsent(context, id);
  const source = sent ?? sending;
  if (!source || (sending && sending.state !== "sending")) return false;
  const { sealed, mass, tracked, live, attempts, unknown, createdAt, turn } = source;
  const base = { id, sealed, mass, tracked, live, attempts, unknown, createdAt, turn, code };
  const isBusy = isGivenBack(code);
  const isYoung = code === "CHANNEL_STOPPED" || now - createdAt < RESENT_FOR;
  if (code === "WINDOW_CLOSED" && traits.window.has(channel)) {
    const again: Outgoing = { ...base, state: "pending", notBefore: 0, from: 0 };
    if (!(await putBackMessage(context, again, toldAt))) return false;
  } else if (isBusy && !mass && isYoung) {
    const pause = Math.min(RESEND_PAUSE * 2 ** Math.max(attempts - 1, 0), LONGEST_RESEND_PAUSE);
    const again: Outgoing = { ...base, state: "pending", notBefore: now + pause, from: now };
    await at.conversation.updateOne({ _id: conversation }, [
      { $set: { out: { $concatArrays: [literal([again]), outWithout([id])] } } },
      dueStage,
    ]);
  } else {
    if (sending) await recordOutcome(context, sending, id, "failed", code);
    else await at.outbound.updateOne({ _id: id, state: "sent" }, { $set: { state: "failed", code } });
    return false;
  }
  if (sent) await at.outbound.deleteOne({ _id: id, state: "sent" });
  return !isBusy;
}

async function putBackMessage({ at }: Context, message: Outgoing, toldAt: number): Promise<boolean> {
  const { id, turn } = message;
  const isOurs = { $or: [{ "turn.fence": { $gt: turn } }, { heardAt: { $not: { $gt: toldAt } } }] };
  const others = { $filter: { input: "$waiting", as: "one", cond: { $ne: ["$$one.id", literal(id)] } } };
  const { matchedCount } = await at.conversation.updateOne({ _id: conversationIn(id), ...isOurs }, [
    {
      $set: {
        out: { $concatArrays: [literal([message]), outWithout([id])] },
        waiting: others,
        heardAt: closedBy(turn),
      },
    },
    dueStage,
  ]);
  return matchedCount > 0;
}
