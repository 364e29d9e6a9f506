import type { LimitRule, Limits } from "../store.ts";
import type { Context } from "./context.ts";
import { unlessThere } from "./errors.ts";

/** Counters with a window each; a window begins with its first count. Each attempt is one atomic step a rule. */
export function mongoLimits({ at, clock }: Context): Limits {
  async function counted({ key, window, add }: LimitRule): Promise<number> {
    const now = clock.now();
    if (add === 0) {
      const found = await at.counter.findOne({ _id: key, until: { $gt: now } });
      return found?.count ?? 0;
    }
    for (;;) {
      const open = { $gt: ["$until", now] };
      const after = await at.counter.findOneAndUpdate(
        { _id: key },
        [
          {
            $set: {
              count: { $cond: [open, { $add: ["$count", add] }, add] },
              until: { $cond: [open, "$until", now + window] },
            },
          },
        ],
        { returnDocument: "after" },
      );
      if (after) return after.count;
      if (await unlessThere(at.counter.insertOne({ _id: key, count: add, until: now + window }))) return add;
    }
  }

  return {
    async count(rules) {
      const counts = await Promise.all(rules.map(counted));
      const exceeded = rules.find(({ limit, add }, index) =>
        add === 0 ? (counts[index] ?? 0) >= limit : (counts[index] ?? 0) > limit,
      );
      return exceeded ? { exceeded: exceeded.key, counts } : { counts };
    },
    async clearCounts(keys) {
      const begins = (key: string) => new RegExp(`^${key.slice(0, -1).replace(/[^\w:-]/g, "\\$&")}`);
      for (const key of keys) await at.counter.deleteMany({ _id: key.endsWith("*") ? begins(key) : key });
    },
  };
}
