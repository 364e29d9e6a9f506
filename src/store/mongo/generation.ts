import { mongo } from "mongoose";
import type { Changes, NewGeneration, PreparedRow } from "../ports/register.ts";
import type { RowDoc } from "./collections.ts";

type Rows = mongo.Collection<RowDoc>;
type Key = { n: string; h: string };

const AT_ONCE = 1_000;
/**
 * Rows need not be durable one by one: the write that publishes the generation is durable, and comes after them in the
 * server's journal.
 */
const LIGHT = { writeConcern: { w: 1, journal: false } } as const;

/** Ten minutes in all: each try lasts as long as the driver waits for an answer. */
const MOST_TRIES = 60;

/**
 * Builds an index that takes longer than the driver waits for an answer: asked again, the server goes on with the same
 * index, and we wait again.
 */
export async function buildPatiently(build: () => Promise<unknown>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await build();
      return;
    } catch (error) {
      if (!(error instanceof mongo.MongoNetworkTimeoutError) || tried === MOST_TRIES) throw error;
    }
  }
}

const rowOf = ({ nik, kk, hash, sealed }: PreparedRow): RowDoc => ({
  n: nik,
  ...(kk === null ? {} : { k: kk }),
  h: hash,
  s: sealed,
});
const preparedOf = ({ n, k, h, s }: RowDoc): PreparedRow => ({ nik: n, kk: k ?? null, hash: h, sealed: s });

/** Builds one generation in a collection that nobody reads yet. */
export async function buildGeneration(
  rows: Rows,
  live: Rows | undefined,
): Promise<Omit<NewGeneration, "publish" | "discard"> & { count(): Promise<number> }> {
  let indexed = false;
  let counted: number | undefined;
  /** Creates the indexes after all rows are in: sorting once costs less than an index that grows. */
  async function index(): Promise<void> {
    if (indexed) return;
    await buildPatiently(() => rows.createIndex({ n: 1, h: 1 }));
    await buildPatiently(() => rows.createIndex({ k: 1 }, { partialFilterExpression: { k: { $exists: true } } }));
    indexed = true;
  }

  const inOrder = (collection: Rows) =>
    collection.find({}, { projection: { n: 1, h: 1 }, batchSize: AT_ONCE }).sort({ n: 1, h: 1 });

  return {
    async add(prepared) {
      counted = undefined;
      if (prepared.length > 0) await rows.insertMany(prepared.map(rowOf), { ordered: false, ...LIGHT });
    },

    async dropRepeated() {
      counted = undefined;
      await index();
      let dropped = 0;
      let last: Key | undefined;
      let repeated: mongo.ObjectId[] = [];
      const drop = async () => {
        dropped += (await rows.deleteMany({ _id: { $in: repeated } }, LIGHT)).deletedCount;
        repeated = [];
      };
      for await (const { _id, n, h } of inOrder(rows)) {
        if (last?.n === n && last.h === h) repeated.push(_id);
        last = { n, h };
        if (repeated.length >= AT_ONCE) await drop();
      }
      if (repeated.length > 0) await drop();
      return dropped;
    },

    async sharedNiks(after, limit) {
      await index();
      const shared: string[] = [];
      let last: string | undefined;
      const cursor = rows
        .find({ n: { $gt: after } }, { projection: { n: 1 }, batchSize: AT_ONCE })
        .sort({ n: 1, h: 1 });
      for await (const { n } of cursor) {
        if (n === last && n !== shared.at(-1)) {
          if (shared.length === limit) break;
          shared.push(n);
        }
        last = n;
      }
      const found = await rows
        .find({ n: { $in: shared } })
        .sort({ n: 1, h: 1 })
        .toArray();
      return found.map(preparedOf);
    },

    async replace(old, now) {
      await rows.updateMany({ n: old.nik, h: old.hash }, { $set: { h: now.hash, s: now.sealed } }, LIGHT);
    },

    /** Compares by two cursors in the order of the index, so that neither list is held in memory. */
    async compare() {
      await index();
      const changes: Changes = { rows: 0, added: 0, removed: 0, changed: 0, unchanged: 0 };
      const older = live ? groups(inOrder(live)) : undefined;
      let old = await older?.next();
      for await (const now of groups(inOrder(rows))) {
        for (; old && !old.done && old.value.n < now.n; old = await older?.next()) {
          changes.removed += old.value.hashes.length;
        }
        changes.rows += now.hashes.length;
        if (!old || old.done || old.value.n !== now.n) {
          changes.added += now.hashes.length;
          continue;
        }
        const known = new Set(old.value.hashes);
        const same = now.hashes.filter((hash) => known.has(hash)).length;
        changes.unchanged += same;
        changes.changed += now.hashes.length - same;
        old = await older?.next();
      }
      for (; old && !old.done; old = await older?.next()) changes.removed += old.value.hashes.length;
      counted = changes.rows;
      return changes;
    },

    async count() {
      await index();
      return counted ?? rows.countDocuments();
    },
  };
}

/** Yields the rows of each NIK together. */
async function* groups(cursor: AsyncIterable<Key>): AsyncGenerator<{ n: string; hashes: string[] }, undefined> {
  let group: { n: string; hashes: string[] } | undefined;
  for await (const { n, h } of cursor) {
    if (group?.n === n) group.hashes.push(h);
    else {
      if (group) yield group;
      group = { n, hashes: [h] };
    }
  }
  if (group) yield group;
  return undefined;
}
