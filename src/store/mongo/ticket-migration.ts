import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { entriesInside } from "./entries.ts";
import { arrivingOf, openWholes } from "./thread.ts";
import { columns } from "./ticket-head.ts";

/**
 * In `meta`: the last ticket, in the order of numbers, whose thread has been moved out of its document. It is there from
 * the start of this release over an older database until all are moved.
 */
export const MOVED_UP_TO = "threads moved up to";
/**
 * In `meta`: when this release came to an older database, in ms. It is there until a start finds no ticket of an older
 * release any more, and not before the processes of the update have all been replaced: these may still write some.
 */
export const OLDER_SINCE = "tickets may be older since";
/** Ms in which a rolling restart is finished. */
const ROLLING = 86_400_000;
/** Tickets whose threads are in memory at once. */
const AT_ONCE = 50;
/** What older releases listed by. */
const NOT_LISTED_BY = {
  kind: "",
  officer: "",
  beside: "",
  sensitive: "",
  doubt: "",
  reason: "",
  kecamatan: "",
} as const;

/**
 * Brings the tickets of an older release to this form, some at a time; until then nobody sees these in a list. The look
 * goes through all tickets, so that it is not made once none can be left.
 */
export async function migrateTickets(context: Pick<Context, "at" | "vault" | "calendar">): Promise<void> {
  const { at } = context;
  const older = await at.meta.findOne({ _id: OLDER_SINCE });
  if (!older) return;
  for (let isFirst = true; ; isFirst = false) {
    const docs = await at.ticket
      .find({ $or: [{ entries: { $exists: false } }, { terms: { $exists: false } }] })
      .limit(500)
      .toArray();
    if (docs.length === 0) {
      if (isFirst && Date.now() - Number(older.value) > ROLLING) await at.meta.deleteOne({ _id: OLDER_SINCE });
      return;
    }
    const steps = (await openWholes(context, docs)).map(({ doc, ticket }) => {
      const { _id, revision } = doc;
      const update = {
        $set: { ...columns(context, ticket), entries: null },
        $push: { arriving: { $each: arrivingOf(context, { doc, ticket, kept: [] }, ticket) } },
        $unset: NOT_LISTED_BY,
        $inc: { revision: 1 },
      };
      // Whoever changes it meanwhile has brought it here too.
      return { updateOne: { filter: { _id, revision }, update } };
    });
    await at.ticket.bulkWrite(steps, { ordered: false });
  }
}

type Inside = Pick<TicketDoc, "_id" | "revision" | "entries" | "arriving">;

/**
 * Moves threads out of the documents of up to `limit` tickets of an older release; false where none is left. It may be
 * cut off at any point, and several processes may do it at once: whoever changes a ticket moves its thread too.
 */
export async function moveThreads(context: Pick<Context, "at" | "log">, limit: number): Promise<boolean> {
  const { at } = context;
  const moved = await at.meta.findOne({ _id: MOVED_UP_TO });
  if (!moved) return false;
  let last = String(moved.value);
  for (let left = limit; left > 0; left -= AT_ONCE) {
    const docs = await at.ticket
      .find(
        { _id: { $gt: last }, $or: [{ entries: { $ne: null } }, { "arriving.0": { $exists: true } }] },
        { projection: { revision: 1, entries: 1, arriving: 1 } },
      )
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .toArray();
    if (docs.length > 0) await moveOut(context, docs);
    last = docs.at(-1)?._id ?? last;
    if (docs.length < AT_ONCE) {
      await at.meta.deleteOne({ _id: MOVED_UP_TO });
      return false;
    }
    await at.meta.updateOne({ _id: MOVED_UP_TO }, { $set: { value: last } });
  }
  return true;
}

/** A ticket that somebody has changed meanwhile is left as it is: the change has moved its thread. */
async function moveOut({ at, log }: Pick<Context, "at" | "log">, docs: readonly Inside[]): Promise<void> {
  const whole = docs.filter(({ entries }) => entries);
  const steps = whole.map((doc) => {
    const { _id, revision } = doc;
    const update = { $set: { entries: null }, $push: { arriving: { $each: entriesInside(doc) } } };
    return { updateOne: { filter: { _id, revision, entries: { $ne: null } }, update } };
  });
  if (steps.length > 0) await at.ticket.bulkWrite(steps, { ordered: false });
  await Promise.all(
    docs.map((doc) => log.take({ ...doc, arriving: [...entriesInside(doc), ...(doc.arriving ?? [])] })),
  );
}
