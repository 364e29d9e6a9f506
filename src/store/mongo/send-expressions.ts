import type { mongo } from "mongoose";
import type { OutboundBody } from "../../vocabulary/message.ts";
import type { Outgoing } from "./collections.ts";
import type { Context } from "./context.ts";

export type Expression = unknown;
export const literal = (value: unknown): Expression => ({ $literal: value });
const first: Expression = { $arrayElemAt: ["$out", 0] };
const MOST = 10_000;
export const isEmpty: Expression = { $eq: [{ $size: "$out" }, 0] };

export function newOutgoing(
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

/** `out` at the beginning of a send; an interrupted attempt counts as `unknown`. */
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

export const laterOf = (sentAt: number): Expression => ({ $max: ["$heardAt", literal(sentAt)] });

export const hasWritten = (turn: number): Expression => ({ $gt: ["$turn.fence", turn] });

/** `heardAt` after the platform closed the window; unchanged if the citizen has written since. */
export const closedBy = (turn: number): Expression => ({
  $cond: [hasWritten(turn), { $ifNull: ["$heardAt", null] }, 0],
});

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

export const outWithout = (ids: readonly string[], of: "$out" | "$waiting" = "$out"): Expression => ({
  $filter: { input: of, as: "one", cond: { $not: [{ $in: ["$$one.id", literal(ids)] }] } },
});

/** Keeps a message that a receipt has made pending again. */
export const outWithoutSent = (id: string): Expression => ({
  $filter: {
    input: "$out",
    as: "one",
    cond: { $not: [{ $and: [{ $eq: ["$$one.id", literal(id)] }, { $eq: ["$$one.state", "sending"] }] }] },
  },
});

export const outWhere = (matches: Expression, change: Expression): Expression => ({
  $map: {
    input: "$out",
    as: "one",
    in: { $cond: [matches, { $mergeObjects: ["$$one", change] }, "$$one"] },
  },
});

export const outWith = (id: string, change: Expression): Expression =>
  outWhere({ $eq: ["$$one.id", literal(id)] }, change);

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

/** The caller checks that the first message is due. */
export const takeSend = (by: string): mongo.Document[] => [
  { $set: { send: { fence: { $add: ["$send.fence", 1] }, held: true, by }, out: begun } },
];

/** Returns false if the chat is unknown or already has this message. */
export async function pushOutgoing({ at }: Context, conversation: string, message: Outgoing): Promise<boolean> {
  if (await at.outbound.findOne({ _id: message.id }, { projection: { _id: 1 } })) return false;
  const { matchedCount } = await at.conversation.updateOne(
    { _id: conversation, "out.id": { $ne: message.id }, "waiting.id": { $ne: message.id } },
    [{ $set: { out: { $concatArrays: ["$out", literal([message])] } } }, dueStage],
  );
  return matchedCount > 0;
}
