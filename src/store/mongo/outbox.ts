import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundState } from "../../vocabulary/lists.ts";
import { Contact, OutboundBody } from "../../vocabulary/message.ts";
import type { OpenSend, Outbox, SendResult } from "../ports/outbox.ts";
import { isAbandoned, watchedBy } from "./clock.ts";
import type { ConversationDoc, OutboundDoc, Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";
import { applyEffects } from "./effects.ts";
import { unlessThere } from "./errors.ts";
import {
  begun,
  closedBy,
  dueStage,
  firstIsDue,
  hasWritten,
  literal,
  outgoing,
  outWith,
  outWithout,
  outWithoutSent,
  pushOutgoing,
  takeSend,
} from "./sending.ts";
import { together } from "./together.ts";

/** Ms; longer than the deadline of any send. */
const LEASE = 20_000;

/** A send that is perhaps the last of its chat. */
type Last = { conversation: string; fence: number; id: string };

/** What a send is begun from. */
export type Sending = Pick<ConversationDoc, "_id" | "contact" | "send" | "out" | "effects" | "heardAt"> & {
  turn: Pick<ConversationDoc["turn"], "held">;
};
const SENDING = { contact: 1, send: 1, out: 1, effects: 1, heardAt: 1, "turn.held": 1 };

/** What a send was opened from, through whichever client. */
const opened = new WeakMap<OpenSend, Outgoing>();

/** A message that has ended, for whoever asks for it by its id or reads the chat. */
export const ended = (
  conversation: string,
  { id, state: _, notBefore: __, from: ___, ...rest }: Outgoing,
  state: OutboundDoc["state"],
  endedAt: number,
  code: string | null = null,
): OutboundDoc => ({ ...rest, _id: id, conversation, state, endedAt, code });

/** What to send, in order, one sender at a time per conversation; all of it in the chat's own document. */
export function mongoOutbox(context: Context): Outbox & { begunSend(doc: Sending): OpenSend | undefined } {
  const { at, vault, clock, traits, leases } = context;

  /** A send that a document shows as just begun; while a turn is held the citizen has written something newer than the document tells. */
  function begunSend(doc: Sending): OpenSend | undefined {
    const { _id: conversation, contact, send, turn } = doc;
    const [message] = doc.out;
    if (!message) return undefined;
    const heardAt = turn.held ? undefined : (doc.heardAt ?? undefined);
    const { id, attempts, unknown, createdAt } = message;
    const body = OutboundBody.parse(vault.open(message.sealed, `outbound ${id}`));
    const to = Contact.parse(vault.open(contact, `contact ${conversation}`));
    const made: OpenSend = {
      conversation,
      fence: send.fence,
      message: { ...body, id, to },
      attempts,
      unknown,
      age: Math.max(clock.now() - createdAt, 0),
      ...(heardAt === undefined ? {} : { heardAt }),
    };
    opened.set(made, message);
    return made;
  }

  /** A mass notice that was cut off rests; effects of its turn come before a reply. */
  async function ready(doc: Sending): Promise<OpenSend | undefined> {
    if (doc.effects.length > 0) await applyEffects(context, doc._id, doc.effects);
    const send = begunSend(doc);
    const [message] = doc.out;
    if (!send || !message?.mass || message.unknown === 0) return send;
    return close(send, { state: "unknown", after: 0, code: "CHANNEL_UNKNOWN" }, true);
  }

  async function firstSend(conversation: string): Promise<OpenSend | undefined> {
    const now = clock.now();
    const due = { $or: [{ "due.at": { $lte: now } }, { "due.from": { $gt: now } }] };
    const options = { returnDocument: "after", projection: SENDING } as const;
    const taken = await at.conversation.findOneAndUpdate(
      { _id: conversation, "send.held": false, ...due },
      takeSend(leases.by),
      options,
    );
    if (taken) return ready(taken);
    const other = await at.conversation.findOneAndUpdate(
      { _id: conversation, "send.held": true },
      [{ $set: { "send.watched": watchedBy("send", now) } }],
      { returnDocument: "after", projection: { send: 1 } },
    );
    if (!other) return undefined;
    if (!leases.isLost("send", conversation, other.send) && !isAbandoned(other.send, clock, LEASE)) return undefined;
    const after = await at.conversation.findOneAndUpdate(
      { _id: conversation, "send.held": true, "send.fence": other.send.fence },
      [{ $set: { send: { fence: "$send.fence", held: false } } }],
      options,
    );
    return after ? firstSend(conversation) : undefined;
  }

  async function close(send: OpenSend, result: SendResult, resting = false): Promise<OpenSend | undefined> {
    const { conversation, fence, message } = send;
    const now = clock.now();
    const window = traits.window.has(message.to.channel);
    const { attempts, unknown, age } = send;
    const known = { attempts, unknown, createdAt: now - age };
    const own = opened.get(send) ?? outgoing(context, message.to.channel, message.id, message, known);
    const state = endOf(result, own);
    if (state && (own.tracked || own.live || state !== "sent" || own.unknown > 0)) {
      const unknown = own.unknown + (state === "unknown" && !resting ? 1 : 0);
      const doc = ended(conversation, { ...own, unknown }, state, now, "code" in result ? (result.code ?? null) : null);
      // A sender that lost its lease may have told of a failure before the one that got it through.
      if (!(await unlessThere(at.outbound.insertOne(doc))) && state === "sent") {
        await at.outbound.updateOne(
          { _id: doc._id, state: { $in: ["failed", "unknown"] } },
          { $set: { state, code: null } },
        );
      }
    }
    if (state && (await closedLast({ conversation, fence, id: message.id }))) return undefined;
    const goesOn = resting || state === "sent" || state === "failed";
    const after = await at.conversation.findOneAndUpdate(
      { _id: conversation, "send.fence": fence, "send.held": true },
      [
        { $set: state ? { out: outWithoutSent(message.id) } : changed(own, result, now, window) },
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
      { returnDocument: "after", projection: SENDING },
    );
    if (!after) throw new AppError("LEASE_LOST", "another sender took this conversation");
    if (state && after.out.some(({ id }) => id === message.id)) await at.outbound.deleteOne({ _id: message.id, state });
    return after.send.held ? ready(after) : undefined;
  }

  /** The usual end: nothing else is to be sent. Plain operators cost the server less than stages. */
  const closedLast = together(async (all: readonly Last[]): Promise<boolean[]> => {
    const writes = all.map(({ conversation, fence, id }) => ({
      updateOne: {
        filter: {
          _id: conversation,
          "send.fence": fence,
          "send.held": true,
          out: { $size: 1 },
          "out.0.id": id,
          "out.0.state": "sending" as const,
        },
        update: { $set: { out: [], due: null, "send.held": false } },
      },
    }));
    const { matchedCount } = await at.conversation.bulkWrite(writes, { ordered: false });
    return matchedCount === all.length ? all.map(() => true) : whichClosed(all);
  });

  /** A bulk tells how many it found and not which: one that is still to be sent, or held without it, was none of them. By now its chat may be at the next. */
  async function whichClosed(all: readonly Last[]): Promise<boolean[]> {
    const docs = await at.conversation
      .find({ _id: { $in: all.map(({ conversation }) => conversation) } }, { projection: { send: 1, "out.id": 1 } })
      .toArray();
    return all.map(({ conversation, fence, id }) =>
      docs.some(
        ({ _id, send, out }) =>
          _id === conversation && (send.fence > fence || !send.held) && !out.some((one) => one.id === id),
      ),
    );
  }

  return {
    openSend: (conversation) =>
      leases.asking("send", conversation, async () => {
        const send = await firstSend(conversation);
        if (send) leases.holds("send", conversation, send.fence);
        return send;
      }),
    closeSend: (send, result) =>
      leases.asking("send", send.conversation, async () => {
        const { conversation, fence } = send;
        try {
          const next = await close(send, result);
          leases.leaves("send", conversation, fence);
          if (next) leases.holds("send", conversation, next.fence);
          return next;
        } catch (error) {
          const isLost = error instanceof AppError && error.code === "LEASE_LOST";
          if (isLost) leases.leaves("send", conversation, fence); // else it is told again
          throw error;
        }
      }),
    begunSend,

    async addOutbound(conversation, id, body) {
      const whole = `${conversation}.${id}`;
      const chat = await at.conversation.findOne({ _id: conversation }, { projection: { channel: 1, withdrawnAt: 1 } });
      if (chat && !(body.mass && chat.withdrawnAt)) {
        await pushOutgoing(context, conversation, outgoing(context, chat.channel, whole, body, { tracked: true }));
      }
      return whole;
    },

    async outboundStates(ids) {
      const states: Record<string, { state: OutboundState; code?: string }> = {};
      const tell = (id: string, state: OutboundState, code: string | null) => {
        states[id] = code ? { state, code } : { state };
      };
      const wanted = { $in: [...ids] };
      for (const { _id, state, code, tracked } of await at.outbound.find({ _id: wanted }).toArray()) {
        if (tracked) tell(_id, state, code);
      }
      const chats = [...new Set(ids.map(conversationIn))];
      for (const { out, waiting } of await at.conversation
        .find({ _id: { $in: chats } }, { projection: { out: 1, waiting: 1 } })
        .toArray()) {
        for (const { id, state, code, tracked } of [...out, ...waiting]) {
          if (tracked && ids.includes(id)) tell(id, state, code);
        }
      }
      return states;
    },
  };
}

/** Every outbound id begins with its conversation's. */
export const conversationIn = (id: string): string => id.slice(0, Math.max(id.indexOf("."), 0));

function endOf(result: SendResult, { mass }: Outgoing): "sent" | "failed" | "unknown" | undefined {
  if (result.state === "sent" || result.state === "failed") return result.state;
  return result.state === "unknown" && mass ? "unknown" : undefined;
}

/** A message that goes again later, or waits for the citizen; one who has written since it was begun waits no more. */
function changed(own: Outgoing, result: SendResult, now: number, window: boolean): Record<string, unknown> {
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
  return { out: outWith(own.id, change) };
}
