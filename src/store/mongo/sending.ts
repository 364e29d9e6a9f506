import type { mongo } from "mongoose";
import type { OutboundBody } from "../../vocabulary/message.ts";
import type { Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";

/** Expressions that a document's own fields fill in; literals that we bring are wrapped, so that no `$` in them is read. */
export type Expression = unknown;
export const literal = (value: unknown): Expression => ({ $literal: value });
const first: Expression = { $arrayElemAt: ["$out", 0] };
const MOST = 10_000;
export const isEmpty: Expression = { $eq: [{ $size: "$out" }, 0] };

/** A message as it waits to be sent. */
export function outgoing(
  { vault, traits, clock }: Context,
  channel: string,
  id: string,
  body: OutboundBody,
  more: Partial<Outgoing> = {},
): Outgoing {
  return {
    id,
    sealed: vault.seal(body, `outbound ${id}`),
    state: "pending",
    mass: body.mass ?? false,
    tracked: traits.receipts.has(channel),
    live: traits.live.has(channel),
    attempts: 0,
    unknown: 0,
    notBefore: 0,
    from: 0,
    createdAt: clock.now(),
    turn: 0,
    code: null,
    ...more,
  };
}

/** `out` with its first message `sending`: one found so already was cut off by a crash, and that attempt stays unknown. */
export const begun: Expression = {
  $concatArrays: [
    [
      {
        $mergeObjects: [
          first,
          {
            state: "sending",
            attempts: { $add: [{ $getField: { field: "attempts", input: first } }, 1] },
            unknown: {
              $add: [
                { $getField: { field: "unknown", input: first } },
                { $cond: [{ $eq: [{ $getField: { field: "state", input: first } }, "sending"] }, 1, 0] },
              ],
            },
            turn: "$turn.fence",
          },
        ],
      },
    ],
    { $slice: ["$out", 1, MOST] },
  ],
};

/** When the citizen was last heard, this message of theirs included. */
export const laterOf = (sentAt: number): Expression => ({ $max: ["$heardAt", literal(sentAt)] });

/** Whether the citizen has written since a message was begun under this fence of the turns. */
export const hasWritten = (turn: number): Expression => ({ $gt: ["$turn.fence", turn] });

/** The window, closed by the platform's word on a message begun under this fence: unless the citizen has written since. */
export const closedBy = (turn: number): Expression => ({
  $cond: [hasWritten(turn), { $ifNull: ["$heardAt", null] }, 0],
});

/** Whether the first message of `out` may go at `now`. */
export const firstIsDue = (now: number): Expression => ({
  $and: [
    { $not: [isEmpty] },
    {
      $or: [
        { $lte: [{ $getField: { field: "notBefore", input: first } }, now] },
        { $gt: [{ $getField: { field: "from", input: first } }, now] },
      ],
    },
  ],
});

/** `due` as `out` has it; the index that the sweeper reads. */
export const dueStage = {
  $set: {
    due: {
      $cond: [
        isEmpty,
        null,
        {
          at: { $getField: { field: "notBefore", input: first } },
          from: { $getField: { field: "from", input: first } },
        },
      ],
    },
  },
};

/** `out` without these messages. */
export const outWithout = (ids: readonly string[]): Expression => ({
  $filter: { input: "$out", as: "one", cond: { $not: [{ $in: ["$$one.id", literal(ids)] }] } },
});

/** `out` without this message, unless a receipt that came first has put it back. */
export const outWithoutSent = (id: string): Expression => ({
  $filter: {
    input: "$out",
    as: "one",
    cond: { $not: [{ $and: [{ $eq: ["$$one.id", literal(id)] }, { $eq: ["$$one.state", "sending"] }] }] },
  },
});

/** `out` with one message changed. */
export const outWith = (id: string, change: Expression): Expression => ({
  $map: {
    input: "$out",
    as: "one",
    in: { $cond: [{ $eq: ["$$one.id", literal(id)] }, { $mergeObjects: ["$$one", change] }, "$$one"] },
  },
});

/** What waits for the citizen, pending again and before everything newer. */
export const woken: Expression = {
  $concatArrays: [
    {
      $map: {
        input: "$waiting",
        as: "one",
        in: { $mergeObjects: ["$$one", { state: "pending", notBefore: 0, from: 0 }] },
      },
    },
    "$out",
  ],
};

/** Takes the sending lease and begins the first message, where that is due. */
export const takeSend = (by: string): mongo.Document[] => [
  { $set: { send: { fence: { $add: ["$send.fence", 1] }, held: true, by }, out: begun } },
];

/** Adds a message to a chat once, at the end of what is to be sent; false when the chat is unknown or has it. */
export async function pushOutgoing({ at }: Context, conversation: string, message: Outgoing): Promise<boolean> {
  if (await at.outbound.findOne({ _id: message.id }, { projection: { _id: 1 } })) return false;
  const { matchedCount } = await at.conversation.updateOne(
    { _id: conversation, "out.id": { $ne: message.id }, "waiting.id": { $ne: message.id } },
    [{ $set: { out: { $concatArrays: ["$out", literal([message])] } } }, dueStage],
  );
  return matchedCount > 0;
}
