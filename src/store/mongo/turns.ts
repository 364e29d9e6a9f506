import { defined } from "../../defined.ts";
import { InboundMessage } from "../../vocabulary/message.ts";
import type { OpenTurn, Turns } from "../ports/turns.ts";
import { commitTurn, heardBy } from "./commit-turn.ts";
import type { Context } from "./context.ts";
import { handleOf, nameHandled, openTurn, type TurnContext } from "./open-turn.ts";
import { openPending } from "./pending.ts";
import { restMessages } from "./rests.ts";
import { laterOf } from "./send-expressions.ts";

export function mongoTurns(store: Context): Turns {
  const context: TurnContext = { ...store, ...openPending(store) };
  return {
    openTurn: (conversation) => openTurn(context, conversation),
    commitTurn: (turn, result, open = false) => commitTurn(context, turn, result, open),
    behind: (turn) => lookBehind(context, turn),
    leaveTurn: (turn, countAttempt) => leaveTurn(context, turn, countAttempt),
    restTurn: (turn, rest) => leaveTurn(context, turn, false, rest),
  };
}

async function lookBehind({ vault, clock, pendingOf }: TurnContext, turn: OpenTurn): ReturnType<Turns["behind"]> {
  const { conversation, key, recordedAt } = turn;
  // A crash may leave an answered message `pending`.
  const done = new Set(handleOf(turn).kept?.map(nameHandled));
  const pending = await pendingOf(conversation);
  const docs = pending.filter(({ _id, round }) => _id !== key && !done.has(nameHandled({ key: _id, round })));
  const newest = Math.max(recordedAt, ...docs.map((doc) => doc.recordedAt));
  const [first] = docs;
  const next = first && InboundMessage.parse(vault.open(first.sealed, `inbound ${first._id}`)).content;
  return { quiet: clock.now() - newest, ...defined({ next }) };
}

function leaveTurn(context: TurnContext, turn: OpenTurn, countAttempt: boolean, rest?: number): Promise<void> {
  const { at, owner } = context;
  const { conversation, fence, key } = turn;
  return owner.duringRequest("turn", conversation, async () => {
    owner.noteReleased("turn", conversation, fence);
    const { heardAt } = heardBy(context, turn);
    if (!countAttempt && handleOf(turn).counted) {
      await at.inbound.updateOne({ _id: key, attempts: { $gt: 0 } }, { $inc: { attempts: -1 } });
    }
    const opens = countAttempt ? "$turn.opens" : { $max: [{ $subtract: ["$turn.opens", 1] }, 0] };
    const { matchedCount } = await at.conversation.updateOne(
      { _id: conversation, "turn.fence": fence, "turn.held": true },
      [
        {
          $set: {
            ...(rest === undefined ? {} : { rests: true }),
            turn: { fence, held: false, stirred: false, opens },
            ...(heardAt === undefined ? {} : { heardAt: laterOf(heardAt) }),
          },
        },
      ],
    );
    if (rest !== undefined && matchedCount > 0) await restMessages(context, conversation, rest);
  });
}
