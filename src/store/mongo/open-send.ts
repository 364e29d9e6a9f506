import type { OpenSend } from "../ports/outbox.ts";
import { isAbandoned, watchedBy } from "./clock.ts";
import { readySend, SENDING_CHAT_OPTIONS, type SendContext } from "./close-send.ts";
import { takeSend } from "./send-expressions.ts";

/** In ms; longer than one call to a platform. */
const LEASE = 20_000;

export function openSend(context: SendContext, conversation: string): Promise<OpenSend | undefined> {
  const { owner } = context;
  return owner.duringRequest("send", conversation, async () => {
    const send = await takeFirstSend(context, conversation);
    if (send) owner.noteHeld("send", conversation, send.fence);
    return send;
  });
}

async function takeFirstSend(context: SendContext, conversation: string): Promise<OpenSend | undefined> {
  const { at, clock, owner } = context;
  const now = clock.now();
  const due = { $or: [{ "due.at": { $lte: now } }, { "due.from": { $gt: now } }] };
  const taken = await at.conversation.findOneAndUpdate(
    { _id: conversation, "send.held": false, ...due },
    takeSend(owner.id),
    SENDING_CHAT_OPTIONS,
  );
  if (taken) return readySend(context, taken);
  const other = await at.conversation.findOneAndUpdate(
    { _id: conversation, "send.held": true },
    [{ $set: { "send.watched": watchedBy("send", now) } }],
    { returnDocument: "after", projection: { send: 1 } },
  );
  if (!other) return undefined;
  if (!owner.isOrphan("send", conversation, other.send) && !isAbandoned(other.send, clock, LEASE)) return undefined;
  const freed = await at.conversation.findOneAndUpdate(
    { _id: conversation, "send.held": true, "send.fence": other.send.fence },
    [{ $set: { send: { fence: "$send.fence", held: false } } }],
    SENDING_CHAT_OPTIONS,
  );
  return freed ? takeFirstSend(context, conversation) : undefined;
}
