import type { Branch, Conditions, Plan } from "../ticket-list.ts";

type Value = string | number;
export type Condition = { sql: string; values: Value[] };

export const inBranch = ({ key, open }: Branch, { officer }: Plan): Condition[] => [
  { sql: "listed.key = ? and listed.open = ?", values: [key, Number(open)] },
  ...(officer === undefined
    ? []
    : [{ sql: "(listed.barred is null or instr(listed.barred, ?) = 0)", values: [` ${officer} `] }]),
];

/** The condition on `keys` needs the ticket's row as `t`. */
export const fitting = ({ keys, area, categories, overdueAt }: Conditions): Condition[] => [
  ...(keys
    ? [{ sql: `(${keys.map(() => "instr(t.keys, ?) > 0").join(" or ")})`, values: keys.map((key) => ` ${key} `) }]
    : []),
  ...(area === undefined ? [] : [{ sql: "listed.area >= ? and listed.area < ?", values: [area, `${area}:`] }]),
  ...(categories
    ? [{ sql: `listed.category in (${categories.map(() => "?").join(", ")})`, values: [...categories] }]
    : []),
  ...(overdueAt === undefined ? [] : [{ sql: "listed.late_at < ?", values: [overdueAt] }]),
];

export const withTicket = ({ keys }: Conditions): string =>
  keys ? "cross join ticket t on t.number = listed.ticket" : "";

export const allOf = (all: readonly Condition[]): Condition => ({
  sql: all.map(({ sql }) => sql).join(" and "),
  values: all.flatMap(({ values }) => values),
});

/** One statement joins at most this many branches; SQLite accepts 500. */
export const MOST_JOINED = 200;
