import { mongo } from "mongoose";
import type { NewGeneration, PreparedRow } from "../ports/register.ts";
import type { RowDoc } from "./collections.ts";
import { compareInOrder, type RowKey } from "./compare-rows.ts";
import { type CountedRows, PART, walkInOrder, walkNumbers } from "./walk-rows.ts";

type Rows = mongo.Collection<RowDoc>;

const AT_ONCE = 1_000;
/** Rows need no journal, because the publishing write waits for the journal. */
const LIGHT = { writeConcern: { w: 1, journal: false } } as const;

/** The driver waits ten seconds in each try. */
const MOST_TRIES = 60;

/** After a time-out, the server goes on with the index. */
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

export async function buildGeneration(
  rows: Rows,
  live: CountedRows | undefined,
  part = PART,
): Promise<Omit<NewGeneration, "publish" | "discard"> & { count(): Promise<number> }> {
  let indexed = false;
  let added = 0;
  let counted: number | undefined;
  /** One sort at the end costs less than an index that grows. */
  async function index(): Promise<void> {
    if (indexed) return;
    await buildPatiently(() => rows.createIndex({ n: 1, h: 1 }));
    await buildPatiently(() => rows.createIndex({ k: 1 }, { partialFilterExpression: { k: { $exists: true } } }));
    indexed = true;
  }

  const inOrder = (after?: string) => walkInOrder({ rows, count: added }, part, after);

  return {
    async add(prepared) {
      counted = undefined;
      if (prepared.length > 0) await rows.insertMany(prepared.map(rowOf), { ordered: false, ...LIGHT });
      added += prepared.length;
    },

    async dropRepeated() {
      counted = undefined;
      await index();
      let dropped = 0;
      let last: RowKey | undefined;
      let repeated: mongo.ObjectId[] = [];
      const drop = async () => {
        dropped += (await rows.deleteMany({ _id: { $in: repeated } }, LIGHT)).deletedCount;
        repeated = [];
      };
      for await (const { _id, n, h } of inOrder()) {
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
      for await (const { n } of inOrder(after)) {
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

    async crowdedNumbers(by, most) {
      await index();
      const crowded: string[] = [];
      let last: string | undefined;
      let count = 0;
      for await (const number of walkNumbers({ rows, count: added }, by, part)) {
        count = number === last ? count + 1 : 1;
        last = number;
        if (count === most + 1) crowded.push(number);
      }
      return crowded;
    },

    async rowsOfNumber(by, number, limit) {
      await index();
      const having = by === "nik" ? { n: number } : { k: number };
      return (await rows.find(having).limit(limit).toArray()).map(preparedOf);
    },

    async replace(replaced) {
      const updates = replaced.map(({ old, next }) => ({
        updateMany: {
          filter: { n: old.nik, h: old.hash },
          update: {
            $set: { n: next.nik, h: next.hash, s: next.sealed, ...(next.kk === null ? {} : { k: next.kk }) },
            ...(next.kk === null ? { $unset: { k: true as const } } : {}),
          },
        },
      }));
      if (updates.length > 0) await rows.bulkWrite(updates, { ordered: false, ...LIGHT });
    },

    async compare() {
      await index();
      const changes = await compareInOrder(inOrder(), live && walkInOrder(live, part));
      counted = changes.rows;
      return changes;
    },

    async count() {
      await index();
      return counted ?? rows.countDocuments();
    },
  };
}
