import type { LimitRule, Limits } from "../ports/limits.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";

/** A counter remembers this many of the newest values of `once`. */
const REMEMBERED = 200;

const keyFilter = (key: string): string | RegExp =>
  key.endsWith("*") ? new RegExp(`^${key.slice(0, -1).replace(/[^\w:-]/g, "\\$&")}`) : key;

export function mongoLimits({ at, clock }: Context): Limits {
  async function countRule({ key, window, add, once }: LimitRule): Promise<number> {
    const now = clock.now();
    if (add === 0) {
      const found = await at.counter.findOne({ _id: key, until: { $gt: now } });
      return found?.count ?? 0;
    }
    for (;;) {
      const open = { $gt: ["$until", now] };
      const by = { $ifNull: ["$by", []] };
      const isCounted = { $in: [once, by] };
      const more = once === undefined ? add : { $cond: [isCounted, 0, add] };
      const all = { $cond: [isCounted, by, { $slice: [{ $concatArrays: [by, [once]] }, -REMEMBERED] }] };
      const after = await at.counter.findOneAndUpdate(
        { _id: key },
        [
          {
            $set: {
              count: { $cond: [open, { $add: ["$count", more] }, add] },
              until: { $cond: [open, "$until", now + window] },
              ...(once === undefined ? {} : { by: { $cond: [open, all, [once]] } }),
            },
          },
        ],
        { returnDocument: "after" },
      );
      if (after) return after.count;
      const first = { _id: key, count: add, until: now + window, ...(once === undefined ? {} : { by: [once] }) };
      if (await insertOnce(at.counter.insertOne(first))) return add;
    }
  }

  return {
    async count(rules) {
      const counts = await Promise.all(rules.map(countRule));
      const exceeded = rules.find(({ limit, add }, index) =>
        add === 0 ? (counts[index] ?? 0) >= limit : (counts[index] ?? 0) > limit,
      );
      return exceeded ? { exceeded: exceeded.key, counts } : { counts };
    },
    async takeBack(rules) {
      for (const { key, once } of rules) {
        if (once === undefined) continue;
        await at.counter.updateOne({ _id: key, by: once }, { $inc: { count: -1 }, $pull: { by: once } });
        await at.counter.deleteOne({ _id: key, count: 0 });
      }
    },
    async highestCount(key) {
      const open = { _id: keyFilter(key), until: { $gt: clock.now() } };
      const [found] = await at.counter.find(open).sort({ count: -1 }).limit(1).toArray();
      return found?.count ?? 0;
    },
    async clearCounts(keys) {
      for (const key of keys) await at.counter.deleteMany({ _id: keyFilter(key) });
    },
  };
}
