import type { Change, LoggedChange } from "../../casework/change.ts";
import type { Changes } from "../ports/changes.ts";
import { batchCalls } from "./batch.ts";
import type { ChangeDoc, Collections, TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { storeEntries } from "./entries.ts";
import { findDuplicates } from "./errors.ts";

/** `unlogged` moves to the collection `change`, and `arriving` to `entry`. */
type Left = Pick<TicketDoc, "_id" | "revision" | "unlogged" | "arriving">;

export type ChangeLog = { take(doc: Left): Promise<void> };

export function openChangeLog(at: Pick<Collections, "change" | "entry" | "ticket">): ChangeLog {
  const take = batchCalls(async (docs: readonly Left[]) => {
    await Promise.all([
      appendChanges(
        at,
        docs.flatMap(({ unlogged = [] }) => unlogged),
      ),
      storeEntries(
        at,
        docs.flatMap(({ arriving = [] }) => arriving),
      ),
    ]);
    const pulls = docs.map(({ _id, revision, unlogged = [] }) => ({
      updateOne: {
        filter: { _id },
        update: {
          $pull: {
            unlogged: { version: { $in: unlogged.map(({ version }) => version) } },
            arriving: { revision: { $lte: revision } },
          },
        },
      },
    }));
    await at.ticket.bulkWrite(pulls, { ordered: false });
    return docs.map(() => undefined);
  });
  return {
    take: async (doc) => {
      const { unlogged = [], arriving = [] } = doc;
      if (unlogged.length + arriving.length > 0) await take(doc);
    },
  };
}

async function appendChanges(
  { change: log }: Pick<Collections, "change">,
  changes: readonly LoggedChange[],
): Promise<void> {
  for (let rest = changes; rest.length > 0; ) {
    const last = await findNewestPlace(log);
    const docs = rest.map((change, index) => ({ _id: last + 1 + index, ...change }));
    const [taken = rest.length] = await findDuplicates(log.insertMany(docs, { ordered: true }));
    rest = rest.slice(taken);
    const [next] = rest;
    if (next && (await log.findOne({ ticket: next.ticket, version: next.version }))) rest = rest.slice(1);
  }
}

async function findNewestPlace(log: Collections["change"]): Promise<number> {
  const [newest] = await log
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  return newest?._id ?? 0;
}

const changeIn = ({ _id, ...change }: ChangeDoc): Change => ({ seq: _id, ...change });

/** Leaves out the newest change, because the next change's number follows from it. */
export const changesBefore = async ({ change: log }: Pick<Collections, "change">, before: number) => ({
  _id: { $lt: await findNewestPlace(log) },
  at: { $lt: before },
});

export const mongoChanges = ({ at }: Context): Changes => ({
  async changes(after, limit) {
    const docs = await at.change
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return docs.map(changeIn);
  },
});
