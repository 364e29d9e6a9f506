import type { Limits } from "../store.ts";
import type { SharedCommit } from "./shared-commit.ts";

/** Counters with a window each; a window begins with its first count. */
export function sqliteLimits(shared: SharedCommit): Limits {
  return {
    count: (rules) =>
      shared.write((sql) => {
        const now = Date.now();
        const counts = rules.map(({ key, window, add }) => {
          if (add === 0) {
            const row = sql.get("select count from counter where key = ? and until > ?", key, now);
            return Number(row?.count ?? 0);
          }
          const row = sql.get(
            `insert into counter values (?, ?, ?) on conflict (key) do update set
               count = iif(until > ?, count + excluded.count, excluded.count), until = iif(until > ?, until, excluded.until) returning count`,
            key,
            add,
            now + window,
            now,
            now,
          );
          return Number(row?.count);
        });
        const exceeded = rules.find(({ limit, add }, index) =>
          add === 0 ? (counts[index] ?? 0) >= limit : (counts[index] ?? 0) > limit,
        );
        return exceeded ? { exceeded: exceeded.key, counts } : { counts };
      }),

    async clearCounts(keys) {
      await shared.write((sql) => {
        for (const key of keys) {
          if (key.endsWith("*")) {
            const prefix = key.slice(0, -1);
            sql.run("delete from counter where substr(key, 1, ?) = ?", prefix.length, prefix);
          } else sql.run("delete from counter where key = ?", key);
        }
      });
    },
  };
}
