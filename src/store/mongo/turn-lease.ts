import { isAbandoned, watchedBy } from "./clock.ts";
import type { ConversationDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { woken } from "./send-expressions.ts";

/** In ms. A worker that has waited so long takes another worker's lease. */
const LEASE = 15_000;

export type LeasedChat = Pick<ConversationDoc, "_id" | "contact" | "session" | "turn" | "handled" | "effects">;
const READ = {
  returnDocument: "after",
  projection: { contact: 1, session: 1, turn: 1, handled: 1, effects: 1 },
} as const;

function takeStages({ clock, owner }: Context, isHeld: unknown) {
  const taken = {
    fence: { $add: ["$turn.fence", 1] },
    held: true,
    stirred: false,
    opens: { $add: ["$turn.opens", 1] },
    by: owner.id,
  };
  const asked = { stirred: true, watched: watchedBy("turn", clock.now()) };
  const isWoken = { $and: [{ $not: [isHeld] }, { $gt: [{ $size: "$waiting" }, 0] }] };
  return [
    {
      $set: {
        turn: { $cond: [isHeld, { $mergeObjects: ["$turn", asked] }, taken] },
        reachable: true,
        due: { $cond: [isWoken, { at: 0, from: 0 }, "$due"] },
        out: { $cond: [isHeld, "$out", woken] },
        waiting: { $cond: [isHeld, "$waiting", []] },
      },
    },
  ];
}

/** Returns "held" if another worker has the lease. */
export async function takeTurnLease(context: Context, conversation: string): Promise<LeasedChat | "held" | undefined> {
  const { at, clock, owner } = context;
  // Plain update operators cost the server less than pipeline stages.
  const free = await at.conversation.findOneAndUpdate(
    { _id: conversation, "turn.held": false, waiting: { $size: 0 } },
    {
      $set: { "turn.held": true, "turn.stirred": false, "turn.by": owner.id, reachable: true },
      $inc: { "turn.fence": 1, "turn.opens": 1 },
    },
    READ,
  );
  if (free) return free;
  const doc = await at.conversation.findOneAndUpdate({ _id: conversation }, takeStages(context, "$turn.held"), READ);
  if (!doc) return undefined;
  if (!doc.turn.stirred) return doc;
  if (!owner.isOrphan("turn", conversation, doc.turn) && !isAbandoned(doc.turn, clock, LEASE)) return "held";
  const freed = await at.conversation.findOneAndUpdate(
    { _id: conversation, "turn.fence": doc.turn.fence, "turn.held": true },
    takeStages(context, false),
    READ,
  );
  return freed ?? "held";
}
