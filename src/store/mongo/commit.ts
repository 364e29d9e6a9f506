import type { Collections, ConversationDoc, Handled, Outgoing } from "./collections.ts";
import { isEmpty, laterOf, literal } from "./send-expressions.ts";

export type Commit = {
  conversation: string;
  fence: number;
  key: string;
  session: Uint8Array;
  stripAt: number | null;
  handled: Handled;
  effects: ConversationDoc["effects"];
  replies: Outgoing[];
  begun: Outgoing[];
  begins: boolean;
  by: string;
  goesOn: boolean;
  heardAt?: number;
  /** `drop`: the keys of handled messages that the document may forget. */
  drop: readonly string[];
  kept?: readonly Handled[];
};

export type Before = Pick<ConversationDoc, "out" | "send" | "turn" | "contact" | "heardAt">;
const BEFORE = {
  returnDocument: "before",
  projection: { "out.id": 1, send: 1, turn: 1, contact: 1, heardAt: 1 },
} as const;

/** Returns the document before the update, or `null` if the lease is lost. */
export async function writeCommit(at: Collections, commit: Commit): Promise<Before | null> {
  const plain = commit.kept ? await writePlainly(at, commit, commit.kept) : null;
  return plain ?? writeInStages(at, commit);
}

/** Returns `null`, and writes nothing, if a message of the chat waits to be sent. */
function writePlainly(at: Collections, commit: Commit, kept: readonly Handled[]): Promise<Before | null> {
  const { conversation, fence, session, handled, effects, replies, begun, begins, by, goesOn, heardAt } = commit;
  return at.conversation.findOneAndUpdate(
    {
      _id: conversation,
      "turn.fence": fence,
      "turn.held": true,
      ...(replies.length > 0 ? { out: { $size: 0 } } : {}),
      ...(begins ? { "send.held": false } : {}),
    },
    {
      $set: {
        session,
        stripAt: commit.stripAt,
        handled: [...kept, handled],
        ...(goesOn ? { "turn.opens": 1 } : { "turn.held": false, "turn.stirred": false, "turn.opens": 0 }),
        ...(replies.length > 0 ? { out: begins ? begun : replies, due: { at: 0, from: 0 } } : {}),
        ...(begins ? { "send.held": true, "send.by": by } : {}),
      },
      $inc: { "turn.fence": goesOn ? 1 : 0, "send.fence": begins ? 1 : 0 },
      ...(heardAt === undefined ? {} : { $max: { heardAt } }),
      ...(effects.length > 0 ? { $push: { effects: { $each: effects } } } : {}),
    },
    BEFORE,
  );
}

function writeInStages(at: Collections, commit: Commit): Promise<Before | null> {
  const { conversation, fence, key, session, handled, effects, replies, begun, begins, by, goesOn, drop } = commit;
  const { heardAt } = commit;
  const rests = begins ? { $and: [isEmpty, { $not: ["$send.held"] }] } : false;
  const others = {
    $filter: {
      input: "$handled",
      as: "one",
      cond: { $not: [{ $in: ["$$one.key", literal([...drop, key])] }] },
    },
  };
  const lease = goesOn
    ? { fence: fence + 1, held: true, stirred: "$turn.stirred", opens: 1 }
    : { fence, held: false, stirred: false, opens: 0 };
  const sending = {
    out: { $cond: [rests, literal(begun), { $concatArrays: ["$out", literal(replies)] }] },
    due: { $cond: [isEmpty, { at: 0, from: 0 }, "$due"] },
    send: { $cond: [rests, { fence: { $add: ["$send.fence", 1] }, held: true, by }, "$send"] },
  };
  return at.conversation.findOneAndUpdate(
    { _id: conversation, "turn.fence": fence, "turn.held": true },
    [
      {
        $set: {
          session: literal(session),
          stripAt: commit.stripAt,
          handled: { $concatArrays: [others, literal([handled])] },
          turn: lease,
          ...(heardAt === undefined ? {} : { heardAt: laterOf(heardAt) }),
          ...(effects.length > 0 ? { effects: { $concatArrays: ["$effects", literal(effects)] } } : {}),
          ...(replies.length > 0 ? sending : {}),
        },
      },
    ],
    BEFORE,
  );
}
