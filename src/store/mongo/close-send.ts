import { AppError } from "../../vocabulary/errors.ts";
import type { OpenSend, SendResult } from "../ports/outbox.ts";
import { batchCalls } from "./batch.ts";
import { buildSend, handleOf, type SendingChat } from "./begin-send.ts";
import type { OutboundDoc, Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";
import { applyEffects } from "./effects.ts";
import { endedRecord } from "./ended-record.ts";
import { insertOnce } from "./errors.ts";
import {
  begun,
  closedBy,
  dueStage,
  type Expression,
  firstIsDue,
  hasWritten,
  literal,
  newOutgoing,
  outWith,
  outWithout,
  outWithoutSent,
} from "./send-expressions.ts";

type LastSend = { conversation: string; fence: number; id: string; sent: boolean };

export type SendContext = Context & {
  /** For any other send, resolves with false and changes nothing. */
  closeLast(send: LastSend): Promise<boolean>;
};

export const SENDING_CHAT_OPTIONS = {
  returnDocument: "after",
  projection: { contact: 1, send: 1, out: 1, effects: 1, heardAt: 1, "turn.held": 1 },
} as const;

export const openSendContext = (context: Context): SendContext => ({
  ...context,
  closeLast: batchCalls((sends) => closeLastSends(context, sends)),
});

export async function readySend(context: SendContext, doc: SendingChat): Promise<OpenSend | undefined> {
  if (doc.effects.length > 0) await applyEffects(context, doc._id, doc.effects);
  const send = buildSend(context, doc);
  const [message] = doc.out;
  if (!send || !message?.mass || message.unknown === 0) return send;
  return writeResult(context, send, { state: "unknown", after: 0, code: "CHANNEL_UNKNOWN" }, true);
}

export function closeSend(context: SendContext, send: OpenSend, result: SendResult): Promise<OpenSend | undefined> {
  const { owner } = context;
  const { conversation, fence } = send;
  return owner.duringRequest("send", conversation, async () => {
    try {
      const next = await writeResult(context, send, result);
      owner.noteReleased("send", conversation, fence);
      if (next) owner.noteHeld("send", conversation, next.fence);
      return next;
    } catch (error) {
      const isLost = error instanceof AppError && error.code === "LEASE_LOST";
      if (isLost) owner.noteReleased("send", conversation, fence);
      throw error;
    }
  });
}

async function writeResult(
  context: SendContext,
  send: OpenSend,
  result: SendResult,
  isResting = false,
): Promise<OpenSend | undefined> {
  const { at, clock, traits } = context;
  const { conversation, fence, message } = send;
  const now = clock.now();
  const window = traits.window.has(message.to.channel);
  const own = handleOf(send) ?? rebuildMessage(context, send);
  const state = endOf(result, own);
  if (state) await keepEnded(context, conversation, own, { state, result, isResting });
  const sent = state === "sent";
  if (state && (await context.closeLast({ conversation, fence, id: message.id, sent }))) return undefined;
  const goesOn = isResting || state === "sent" || state === "failed";
  const after = await at.conversation.findOneAndUpdate(
    { _id: conversation, "send.fence": fence, "send.held": true },
    [
      { $set: state ? { out: outWithoutSent(message.id) } : changeOf(own, result, now, window) },
      ...(sent ? [{ $set: { reachable: true } }] : []),
      { $set: { goes: goesOn ? firstIsDue(now) : false } },
      {
        $set: {
          send: { fence: { $add: ["$send.fence", { $cond: ["$goes", 1, 0] }] }, held: "$goes" },
          out: { $cond: ["$goes", begun, "$out"] },
        },
      },
      { $unset: "goes" },
      dueStage,
    ],
    SENDING_CHAT_OPTIONS,
  );
  if (!after) throw new AppError("LEASE_LOST", "another sender took this conversation");
  if (state && after.out.some(({ id }) => id === message.id)) await at.outbound.deleteOne({ _id: message.id, state });
  return after.send.held ? readySend(context, after) : undefined;
}

function rebuildMessage(context: Context, { message, attempts, unknown, age }: OpenSend): Outgoing {
  const known = { attempts, unknown, createdAt: context.clock.now() - age };
  return newOutgoing(context, message.to.channel, message.id, message, known);
}

type Ended = { state: "sent" | "failed" | "unknown"; result: SendResult; isResting: boolean };

async function keepEnded(
  { at, clock }: Context,
  conversation: string,
  own: Outgoing,
  { state, result, isResting }: Ended,
): Promise<void> {
  if (!own.tracked && !own.live && state === "sent" && own.unknown === 0) return;
  const unknown = own.unknown + (state === "unknown" && !isResting ? 1 : 0);
  const code = "code" in result ? (result.code ?? null) : null;
  const doc: OutboundDoc = endedRecord(conversation, { ...own, unknown }, state, clock.now(), code);
  // A sender that lost its lease may have recorded a failure before another sender succeeded.
  if ((await insertOnce(at.outbound.insertOne(doc))) || state !== "sent") return;
  await at.outbound.updateOne({ _id: doc._id, state: { $in: ["failed", "unknown"] } }, { $set: { state, code: null } });
}

/** Plain update operators cost the server less than pipeline stages. */
async function closeLastSends({ at }: Context, sends: readonly LastSend[]): Promise<boolean[]> {
  const writes = sends.map(({ conversation, fence, id, sent }) => ({
    updateOne: {
      filter: {
        _id: conversation,
        "send.fence": fence,
        "send.held": true,
        out: { $size: 1 },
        "out.0.id": id,
        "out.0.state": "sending" as const,
      },
      update: { $set: { out: [], due: null, "send.held": false, ...(sent ? { reachable: true } : {}) } },
    },
  }));
  const { matchedCount } = await at.conversation.bulkWrite(writes, { ordered: false });
  return matchedCount === sends.length ? sends.map(() => true) : findClosed(at, sends);
}

async function findClosed(at: Context["at"], sends: readonly LastSend[]): Promise<boolean[]> {
  const docs = await at.conversation
    .find({ _id: { $in: sends.map(({ conversation }) => conversation) } }, { projection: { send: 1, "out.id": 1 } })
    .toArray();
  return sends.map(({ conversation, fence, id }) =>
    docs.some(
      ({ _id, send, out }) =>
        _id === conversation && (send.fence > fence || !send.held) && !out.some((one) => one.id === id),
    ),
  );
}

function endOf(result: SendResult, { mass }: Outgoing): "sent" | "failed" | "unknown" | undefined {
  if (result.state === "sent" || result.state === "failed") return result.state;
  return result.state === "unknown" && mass ? "unknown" : undefined;
}

/** A message does not wait if the citizen has written since the send began. */
function changeOf(own: Outgoing, result: SendResult, now: number, window: boolean): Record<string, Expression> {
  const attempts = "tried" in result && !result.tried ? own.attempts - 1 : own.attempts;
  if (result.state === "waiting") {
    const isNews = hasWritten(own.turn);
    const mine = { $filter: { input: "$out", as: "one", cond: { $eq: ["$$one.id", literal(own.id)] } } };
    const rested = {
      $map: {
        input: mine,
        as: "one",
        in: { $mergeObjects: ["$$one", { state: "waiting", code: literal(result.code), attempts }] },
      },
    };
    const again = outWith(own.id, { state: "pending", notBefore: 0, from: 0 });
    return {
      waiting: { $cond: [isNews, "$waiting", { $concatArrays: ["$waiting", rested] }] },
      out: { $cond: [isNews, again, outWithout([own.id])] },
      ...(result.tried && window ? { heardAt: closedBy(own.turn) } : {}),
    };
  }
  const after = "after" in result ? result.after : 0;
  const change = {
    state: "pending",
    notBefore: now + after,
    from: now,
    code: literal("code" in result ? (result.code ?? null) : null),
    attempts,
    unknown: own.unknown + (result.state === "unknown" ? 1 : 0),
  };
  return { out: outWith(own.id, change), ...("off" in result && result.off ? { rests: true } : {}) };
}
