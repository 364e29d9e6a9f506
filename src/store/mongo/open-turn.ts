import { Contact, InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn } from "../ports/turns.ts";
import type { Handled, InboundDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { applyEffects } from "./effects.ts";
import { insertOnce } from "./errors.ts";
import { newConversation } from "./identities.ts";
import { AT_ONCE, type Pending } from "./pending.ts";
import { isResting, restWithFirst } from "./rests.ts";
import { type LeasedChat, takeTurnLease } from "./turn-lease.ts";

export type TurnContext = Context & Pending;

export type TurnHandle = {
  rest: InboundDoc[];
  whole: boolean;
  /** The keys of handled messages whose record is marked. */
  marked: string[];
  /** Absent if the store did not read the conversation's document. */
  kept?: Handled[];
  round: number;
  counted: boolean;
};
const NOTHING_KNOWN: TurnHandle = { rest: [], whole: false, marked: [], round: 0, counted: false };

export const handleOf = ({ handle }: OpenTurn): TurnHandle => (handle as TurnHandle | undefined) ?? NOTHING_KNOWN;

/** A dead letter that an operator put back has another `round`. */
export const nameHandled = ({ key, round }: Pick<Handled, "key" | "round">): string => `${key} ${round}`;

export function openTurn(context: TurnContext, conversation: string): Promise<OpenTurn | undefined> {
  const { owner } = context;
  return owner.duringRequest("turn", conversation, async () => {
    const turn = await takeNextTurn(context, conversation);
    if (turn) owner.noteHeld("turn", conversation, turn.fence);
    return turn;
  });
}

async function takeNextTurn(context: TurnContext, conversation: string): Promise<OpenTurn | undefined> {
  const { at, clock } = context;
  for (;;) {
    const doc = await takeTurnLease(context, conversation);
    if (doc === "held") return undefined;
    if (!doc) {
      if (!(await createMissingChat(context, conversation))) return undefined;
      continue;
    }
    if (doc.effects.length > 0) await applyEffects(context, conversation, doc.effects);
    const { fresh, marked, kept, whole } = await findUnanswered(context, doc);
    const [first, ...rest] = fresh;
    if (first && isResting(first, clock.now())) {
      await restWithFirst(context, first);
      await letGo(context, doc, doc.turn.opens - 1);
      return undefined;
    }
    if (first) {
      const counted = doc.turn.opens > 1;
      if (counted) {
        await at.inbound.updateOne({ _id: first._id }, { $inc: { attempts: 1 } });
        first.attempts += 1;
      }
      const handle = { rest, whole, marked, kept, round: first.round, counted };
      return buildTurn(context, doc, first, first.attempts + 1, handle);
    }
    const before = await letGo(context, doc, 0);
    if (!before?.turn.stirred && whole) return undefined;
  }
}

const letGo = ({ at }: Context, { _id, turn: { fence } }: LeasedChat, opens: number) =>
  at.conversation.findOneAndUpdate(
    { _id, "turn.fence": fence, "turn.held": true },
    { $set: { "turn.held": false, "turn.stirred": false, "turn.opens": opens } },
    { returnDocument: "before", projection: { turn: 1 } },
  );

/** A crash may have come between an answer and its mark. */
async function findUnanswered({ pendingOf, markHandled }: TurnContext, { _id, handled }: LeasedChat) {
  const pending = await pendingOf(_id);
  const whole = pending.length < AT_ONCE;
  const done = new Map(handled.map((one) => [nameHandled(one), one]));
  const fresh: InboundDoc[] = [];
  const marked = whole ? handled.map(({ key }) => key) : [];
  for (const one of pending) {
    const mention = done.get(nameHandled({ key: one._id, round: one.round }));
    if (!mention) fresh.push(one);
    else {
      await markHandled(mention);
      marked.push(one._id);
    }
  }
  return { fresh, marked, kept: handled.filter(({ key }) => !marked.includes(key)), whole };
}

/** After a crash, a conversation's name may exist without its document. */
async function createMissingChat(context: TurnContext, conversation: string): Promise<boolean> {
  const { at, vault, pendingOf } = context;
  const [first] = await pendingOf(conversation);
  if (!first) return false;
  const { contact } = InboundMessage.parse(vault.open(first.sealed, `inbound ${first._id}`));
  await insertOnce(at.conversation.insertOne(newConversation(context, conversation, contact)));
  return true;
}

export function buildTurn(
  { vault }: Context,
  { _id: conversation, contact, session, turn }: Pick<LeasedChat, "_id" | "contact" | "session" | "turn">,
  { _id: key, sealed, recordedAt }: InboundDoc,
  attempts: number,
  handle: TurnHandle,
): OpenTurn {
  return {
    conversation,
    fence: turn.fence,
    contact: Contact.parse(vault.open(contact, `contact ${conversation}`)),
    session: session ? vault.open(session, `session ${conversation}`) : undefined,
    key,
    message: InboundMessage.parse(vault.open(sealed, `inbound ${key}`)),
    attempts,
    recordedAt: Math.floor(recordedAt),
    handle,
  };
}
