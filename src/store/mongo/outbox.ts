import type { OutboundState } from "../../vocabulary/lists.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import { conversationIn, type Outbox, outboundId, SHORTENED_PAUSES } from "../ports/outbox.ts";
import { closeSend, openSendContext } from "./close-send.ts";
import type { Context } from "./context.ts";
import { openSend } from "./open-send.ts";
import { newOutgoing, pushOutgoing } from "./send-expressions.ts";

/** A message is in the conversation's document until the service stops trying to send it. */
export function mongoOutbox(store: Context): Outbox {
  const context = openSendContext(store);
  return {
    openSend: (conversation) => openSend(context, conversation),
    closeSend: (send, result) => closeSend(context, send, result),
    addOutbound: (conversation, id, body) => addOutbound(context, conversation, id, body),
    shortenPause: (conversation, most) => shortenPause(context, conversation, most),
    outboundStates: (ids) => findStates(context, ids),
  };
}

async function addOutbound(context: Context, conversation: string, id: string, body: OutboundBody): Promise<string> {
  const whole = outboundId(conversation, id);
  const chat = await context.at.conversation.findOne(
    { _id: conversation },
    { projection: { channel: 1, withdrawnAt: 1 } },
  );
  if (chat && !(body.mass && chat.withdrawnAt)) {
    await pushOutgoing(context, conversation, newOutgoing(context, chat.channel, whole, body, { tracked: true }));
  }
  return whole;
}

async function shortenPause({ at, clock }: Context, conversation: string, most: number): Promise<boolean> {
  const from = clock.now();
  const notBefore = from + most;
  const { matchedCount } = await at.conversation.updateOne(
    {
      _id: conversation,
      "out.0.state": "pending",
      "out.0.code": { $in: [...SHORTENED_PAUSES] },
      "out.0.notBefore": { $gt: notBefore },
    },
    { $set: { "out.0.notBefore": notBefore, "out.0.from": from, due: { at: notBefore, from } } },
  );
  return matchedCount > 0;
}

async function findStates({ at }: Context, ids: readonly string[]): ReturnType<Outbox["outboundStates"]> {
  const states: Record<string, { state: OutboundState; code?: string }> = {};
  const setState = (id: string, state: OutboundState, code: string | null) => {
    states[id] = code ? { state, code } : { state };
  };
  for (const { _id, state, code, tracked } of await at.outbound.find({ _id: { $in: [...ids] } }).toArray()) {
    if (tracked) setState(_id, state, code);
  }
  const chats = [...new Set(ids.map(conversationIn))];
  for (const { out, waiting } of await at.conversation
    .find({ _id: { $in: chats } }, { projection: { out: 1, waiting: 1 } })
    .toArray()) {
    for (const { id, state, code, tracked } of [...out, ...waiting]) {
      if (tracked && ids.includes(id)) setState(id, state, code);
    }
  }
  return states;
}
