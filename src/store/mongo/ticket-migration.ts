import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { entriesInside } from "./entries.ts";
import { arrivingOf, openWholes } from "./thread.ts";
import { columns } from "./ticket-head.ts";

/** The number of the last ticket whose thread was moved out of its document. */
export const MOVED_UP_TO = "threads moved up to";
/** When the database of an older release was migrated, in ms since 1970. */
export const OLDER_SINCE = "tickets may be older since";
/** In ms; longer than a rolling restart. */
const ROLLING = 86_400_000;
const AT_ONCE = 50;
const NOT_LISTED_BY = {
  kind: "",
  officer: "",
  beside: "",
  sensitive: "",
  doubt: "",
  reason: "",
  kecamatan: "",
} as const;

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
      return { updateOne: { filter: { _id, revision }, update } };
    });
    await at.ticket.bulkWrite(steps, { ordered: false });
  }
}

type Inside = Pick<TicketDoc, "_id" | "revision" | "entries" | "arriving">;

/** Returns false if no thread is left to move. */
export async function moveOldThreads(context: Pick<Context, "at" | "changeLog">, limit: number): Promise<boolean> {
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

async function moveOut({ at, changeLog }: Pick<Context, "at" | "changeLog">, docs: readonly Inside[]): Promise<void> {
  const whole = docs.filter(({ entries }) => entries);
  const steps = whole.map((doc) => {
    const { _id, revision } = doc;
    const update = { $set: { entries: null }, $push: { arriving: { $each: entriesInside(doc) } } };
    return { updateOne: { filter: { _id, revision, entries: { $ne: null } }, update } };
  });
  if (steps.length > 0) await at.ticket.bulkWrite(steps, { ordered: false });
  await Promise.all(
    docs.map((doc) => changeLog.take({ ...doc, arriving: [...entriesInside(doc), ...(doc.arriving ?? [])] })),
  );
}
