import type { Connection, mongo } from "mongoose";
import type { Upkeep } from "../ports/upkeep.ts";
import { changesBefore } from "./changes.ts";
import type { Context } from "./context.ts";
import { mayBeAnswered } from "./rests.ts";
import { moveOldThreads } from "./ticket-migration.ts";
import { moveStuckWrites } from "./ticket-words.ts";

const AT_ONCE = 1_000;
/** In ms. After this time, the sweeper moves a ticket's messages and changes. */
const MOVED_AFTER = 10_000;
const MOVED_AT_ONCE = 500;

export function mongoUpkeep(context: Context, connection: Connection, db: mongo.Db): Upkeep {
  let isMoving = true;
  return {
    async waiting(limit, age = 0) {
      const found = await findWaiting(context, limit, age);
      if (isMoving) isMoving = await moveOldThreads(context, MOVED_AT_ONCE);
      return found;
    },
    backlog: () => countBacklog(context),
    expire: (...ages) => dropExpired(context, ages),
    expiring: (...ages) => findExpiring(context, ages),
    async check() {
      await db.command({ ping: 1 });
    },
    async close() {
      await connection.close();
    },
  };
}

async function findWaiting(context: Context, limit: number, age: number): ReturnType<Upkeep["waiting"]> {
  const { at, clock } = context;
  await clock.set();
  await moveStuckWrites(context, MOVED_AFTER);
  const now = clock.now();
  // Records from the future count too, because an operator may have set the clock back.
  const old = age === 0 ? { $exists: true } : { $not: { $gt: now - age, $lte: now } };
  const [pending, due, news, late, files] = await Promise.all([
    at.inbound
      .find({ state: "pending", ...mayBeAnswered(now), recordedAt: old }, { projection: { conversation: 1 } })
      .sort({ notBefore: 1, recordedAt: 1 })
      .limit(limit)
      .toArray(),
    at.conversation
      .find(
        {
          "due.at": { $exists: true },
          "out.0.createdAt": old,
          $or: [{ "due.at": { $lte: now } }, { "due.from": { $gt: now } }],
        },
        { projection: { _id: 1 } },
      )
      .sort({ "due.at": 1 })
      .limit(limit)
      .toArray(),
    at.ticket
      .find({ news: true }, { projection: { _id: 1 } })
      .sort({ openedAt: 1 })
      .limit(limit)
      .toArray(),
    at.ticket
      .find({ remindAt: { $gt: 0, $lte: now } }, { projection: { _id: 1 } })
      .sort({ remindAt: 1 })
      .limit(limit)
      .toArray(),
    at.ticket
      .find({ files: true }, { projection: { _id: 1 } })
      .sort({ openedAt: 1 })
      .limit(limit)
      .toArray(),
  ]);
  const tickets = new Set([...news, ...late].map(({ _id }) => _id));
  const inbound = new Set(pending.map(({ conversation }) => conversation).filter((id) => id !== null));
  return {
    inbound: [...inbound],
    outbound: due.map(({ _id }) => _id),
    complaints: [...tickets],
    media: files.map(({ _id }) => _id),
  };
}

async function countBacklog({ at, clock }: Context): ReturnType<Upkeep["backlog"]> {
  const [[pending], dead, [out]] = await Promise.all([
    at.inbound
      .aggregate<{ count: number; first: number }>([
        { $match: { state: "pending" } },
        { $group: { _id: null, count: { $sum: 1 }, first: { $min: "$recordedAt" } } },
      ])
      .toArray(),
    at.inbound.countDocuments({ state: "dead" }),
    at.conversation
      .aggregate([
        { $match: { "due.at": { $exists: true } } },
        {
          $group: {
            _id: null,
            messages: { $sum: { $size: "$out" } },
            oldest: { $min: { $min: "$out.createdAt" } },
          },
        },
      ])
      .toArray(),
  ]);
  const oldest = out ? Math.max(clock.now() - Number(out.oldest), 0) : 0;
  const unanswered = pending ? Math.max(clock.now() - pending.first, 0) : 0;
  return { inbound: pending?.count ?? 0, outbound: Number(out?.messages ?? 0), oldest, unanswered, dead };
}

async function dropExpired(
  { at, clock }: Context,
  [age, deadAge, changeAge, candidateAge]: Parameters<Upkeep["expire"]>,
): Promise<number> {
  const now = clock.now();
  const old = { $lt: now - age };
  const drops = [
    deadAge !== undefined && (await dropRecords(at.inbound, { state: "dead", handledAt: { $lt: now - deadAge } })),
    changeAge !== undefined && (await dropRecords(at.change, await changesBefore(at, now - changeAge))),
    candidateAge !== undefined && (await dropRecords(at.candidate, { at: { $lt: now - candidateAge } })),
    await dropRecords(at.inbound, { state: "handled", handledAt: old }),
    await dropRecords(at.outbound, { endedAt: old }),
    await dropRecords(at.reserved, { reservedAt: old }),
    await dropRecords(at.counter, { until: old }),
  ];
  return drops.reduce<number>((sum, dropped) => sum + Number(dropped), 0);
}

/** Deletes the records here, because a TTL index would not give callers the count. */
async function dropRecords<Doc extends mongo.Document>(
  from: mongo.Collection<Doc>,
  old: mongo.Filter<Doc>,
): Promise<number> {
  for (let dropped = 0; ; ) {
    const some = await from
      .find(old, { projection: { _id: 1 } })
      .limit(AT_ONCE)
      .toArray();
    const ids = some.map(({ _id }) => _id);
    if (ids.length > 0) {
      const { deletedCount } = await from.deleteMany({ _id: { $in: ids } } as unknown as mongo.Filter<Doc>);
      dropped += deletedCount;
    }
    if (ids.length < AT_ONCE) return dropped;
  }
}

async function findExpiring(
  { at, clock }: Context,
  [age, deadAge, changeAge, candidateAge]: Parameters<Upkeep["expiring"]>,
): ReturnType<Upkeep["expiring"]> {
  const before = clock.now() - age;
  return Promise.all([
    countRecords("messages", at.inbound, { state: "handled", handledAt: { $lt: before } }, "handledAt"),
    countRecords("replies", at.outbound, { endedAt: { $lt: before } }, "endedAt"),
    countRecords("dead letters", at.inbound, { state: "dead", handledAt: { $lt: clock.now() - deadAge } }, "handledAt"),
    countRecords("reserved numbers", at.reserved, { reservedAt: { $lt: before } }, "reservedAt"),
    countRecords("changes of tickets", at.change, await changesBefore(at, clock.now() - changeAge), "at"),
    countRecords("counters", at.counter, { until: { $lt: before } }, "until"),
    countRecords("messages not understood", at.candidate, { at: { $lt: clock.now() - candidateAge } }, "at"),
  ]);
}

async function countRecords<Doc extends mongo.Document>(
  of: string,
  from: mongo.Collection<Doc>,
  old: mongo.Filter<Doc>,
  field: string,
) {
  const count = await from.countDocuments(old);
  const [first] =
    count > 0
      ? await from
          .find(old)
          .sort({ [field]: 1 })
          .limit(1)
          .toArray()
      : [];
  const oldest = first?.[field];
  return { of, count, ...(typeof oldest === "number" ? { oldest: Math.floor(oldest) } : {}) };
}
