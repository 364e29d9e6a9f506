import type { LimitRule, Limits } from "../ports/limits.ts";
import type { SharedCommit, Sql } from "./shared-commit.ts";

const markOf = ({ key }: LimitRule, once: string): string => `${key} ${once}`;
const LAST = "\u{10ffff}";

/** Returns the key and the range of the keys that belong to it. */
function rangeOf(key: string): [string, string, string] {
  const begin = key.endsWith("*") ? key.slice(0, -1) : `${key} `;
  return [key, begin, begin + LAST];
}

export function sqliteLimits(shared: SharedCommit): Limits {
  return {
    async count(rules) {
      const step = (sql: Sql) => {
        const now = Date.now();
        const counts = rules.map((rule) => countRule(sql, rule, now));
        const exceeded = rules.find(({ limit, add }, index) =>
          add === 0 ? (counts[index] ?? 0) >= limit : (counts[index] ?? 0) > limit,
        );
        return exceeded ? { exceeded: exceeded.key, counts } : { counts };
      };
      return rules.every(({ add }) => add === 0) ? shared.read(step) : shared.write(step);
    },

    async takeBack(rules) {
      await shared.write((sql) => {
        const now = Date.now();
        for (const rule of rules) {
          if (rule.once === undefined) continue;
          const mark = markOf(rule, rule.once);
          if (sql.run("delete from counter where key = ? and until > ?", mark, now) === 0) continue;
          sql.run("update counter set count = count - 1 where key = ?", rule.key);
          sql.run("delete from counter where key = ? and count = 0", rule.key);
        }
      });
    },

    async highestCount(key) {
      const found = shared.read((sql) =>
        sql.get(
          "select max(count) as highest from counter where (key = ? or key between ? and ?) and until > ?",
          ...rangeOf(key),
          Date.now(),
        ),
      );
      return Number(found?.highest ?? 0);
    },

    async clearCounts(keys) {
      await shared.write((sql) => {
        for (const key of keys) sql.run("delete from counter where key = ? or key between ? and ?", ...rangeOf(key));
      });
    },
  };
}

function countRule(sql: Sql, rule: LimitRule, now: number): number {
  const { key, window, add, once } = rule;
  const open = sql.get("select count, until from counter where key = ? and until > ?", key, now);
  if (add === 0) return Number(open?.count ?? 0);
  const until = Number(open?.until ?? now + window);
  if (once !== undefined) {
    const mark = markOf(rule, once);
    if (open && sql.get("select 1 from counter where key = ? and until > ?", mark, now)) return Number(open.count);
    sql.run("insert or replace into counter values (?, 1, ?)", mark, until);
  }
  const count = Number(open?.count ?? 0) + add;
  sql.run("insert or replace into counter values (?, ?, ?)", key, count, until);
  return count;
}
