import { defined } from "../../defined.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { OpenSend } from "../ports/outbox.ts";
import type { Committed, OpenTurn, TurnResult } from "../ports/turns.ts";
import { replyId } from "../record-names.ts";
import { buildSend } from "./begin-send.ts";
import type { ConversationDoc, Handled, Outgoing } from "./collections.ts";
import { type Before, writeCommit } from "./commit.ts";
import type { Context } from "./context.ts";
import { applyEffects, sealedEffect } from "./effects.ts";
import { buildTurn, handleOf, openTurn, type TurnContext, type TurnHandle } from "./open-turn.ts";
import { newOutgoing } from "./send-expressions.ts";

export const heardBy = ({ traits }: Context, { contact, message }: OpenTurn): { heardAt?: number } =>
  traits.window.has(contact.channel) ? { heardAt: message.sentAt } : {};

const handledBy = (
  { vault, clock }: Context,
  { message, key }: OpenTurn,
  { masked, outcome, reason }: TurnResult,
  round: number,
): Handled => ({
  key,
  round,
  state: outcome,
  at: clock.now(),
  reason: reason ?? null,
  sealed: outcome === "dead" || !masked ? null : vault.seal({ ...message, content: masked }, `inbound ${key}`),
});

function repliesOf(context: Context, { conversation, key, contact }: OpenTurn, { replies, outcome }: TurnResult) {
  const now = context.clock.now();
  return replies.map((body, index) =>
    newOutgoing(context, contact.channel, replyId(conversation, key, outcome, index), body, {
      createdAt: now + index / 1_000,
    }),
  );
}

export function commitTurn(
  context: TurnContext,
  turn: OpenTurn,
  result: TurnResult,
  open: boolean,
): Promise<Committed> {
  const { owner } = context;
  const { conversation } = turn;
  return owner.duringRequest("turn", conversation, () =>
    owner.duringRequest("send", conversation, () => commit(context, turn, result, open)),
  );
}

async function commit(context: TurnContext, turn: OpenTurn, result: TurnResult, open: boolean): Promise<Committed> {
  const { at, vault, owner } = context;
  const { conversation, key, fence } = turn;
  const handle = handleOf(turn);
  const session = vault.seal(result.session, `session ${conversation}`);
  const handled = handledBy(context, turn, result, handle.round);
  const effects = result.effects.map((effect) => sealedEffect(context, effect));
  const replies = repliesOf(context, turn, result);
  const [first, ...others] = replies;
  const begun: Outgoing[] = first ? [{ ...first, state: "sending", attempts: 1, turn: fence }, ...others] : [];
  const begins = open && first !== undefined;
  const heard = heardBy(context, turn);
  owner.noteReleased("turn", conversation, fence);
  const before = await writeCommit(at, {
    conversation,
    fence,
    key,
    session,
    stripAt: result.stripAt ?? null,
    handled,
    effects,
    replies,
    begun,
    begins,
    by: owner.id,
    goesOn: handle.rest.length > 0,
    drop: handle.marked,
    ...heard,
    ...defined({ kept: handle.kept }),
  });
  if (!before) throw new AppError("LEASE_LOST", "another worker took this conversation");

  if (effects.length > 0) await applyEffects(context, conversation, effects);
  // If this mark fails, the next worker of the chat marks the message.
  const isMarked = await context.markHandled(handled).then(
    () => true,
    () => false,
  );
  const send = begins ? beginFirstReply(context, turn, before, begun) : undefined;
  const next = nextOf(context, turn, { before, session, handled, isMarked });
  const again = !next && isMarked && (before.turn.stirred || !handle.whole);
  const following = next ?? (again ? await openTurn(context, conversation) : undefined);
  return { ...defined({ next: following, send }) };
}

function beginFirstReply(context: Context, turn: OpenTurn, before: Before, begun: Outgoing[]): OpenSend | undefined {
  if (before.out.length > 0 || before.send.held) return undefined;
  const { conversation } = turn;
  const { heardAt: heard } = heardBy(context, turn);
  const send = { fence: before.send.fence + 1, held: true };
  const made = buildSend(context, {
    _id: conversation,
    contact: before.contact,
    send,
    out: begun,
    effects: [],
    heardAt: heard === undefined ? null : Math.max(before.heardAt ?? 0, heard),
    turn: { held: handleOf(turn).rest.length > 0 },
  });
  if (made) context.owner.noteHeld("send", conversation, send.fence);
  return made;
}

type After = { before: Before; session: ConversationDoc["session"]; handled: Handled; isMarked: boolean };

function nextOf(context: Context, turn: OpenTurn, { before, session, handled, isMarked }: After): OpenTurn | undefined {
  const { conversation, fence, key } = turn;
  const { rest, whole, marked, kept } = handleOf(turn);
  const [next, ...later] = rest;
  if (!next) return undefined;
  const lease = { fence: fence + 1, held: true, stirred: false, opens: 1 };
  const handle: TurnHandle = {
    rest: later,
    whole,
    marked: isMarked ? [...marked, key] : marked,
    round: next.round,
    counted: false,
    ...(kept ? { kept: [...kept, ...(isMarked ? [] : [handled])] } : {}),
  };
  context.owner.noteHeld("turn", conversation, lease.fence);
  const chat = { _id: conversation, contact: before.contact, session, turn: lease };
  return buildTurn(context, chat, next, next.attempts + 1, handle);
}
