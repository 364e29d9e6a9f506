import { defined } from "../../defined.ts";
import type { TicketCursor, TicketQuery } from "../ports/tickets.ts";
import {
  type Branch,
  type Conditions,
  type Found,
  joined,
  MOST_COUNTED,
  MOST_LOOKED_AT,
  planOf,
} from "../ticket-list.ts";
import type { Row, Sql } from "./shared-commit.ts";

type Value = string | number;
type Condition = { sql: string; values: Value[] };
const EVERYTHING = "1 = 1";
type Line = TicketCursor & { row: Row };

/** Of each order: the column, how it runs, and where the rows behind a place are. */
const ORDERS = {
  opened: { at: "at", direction: "desc", behind: "<", index: "" },
  // Left to itself the planner reads all of a key and sorts it.
  clock: { at: "late_at", direction: "asc", behind: ">", index: "indexed by listed_clock" },
} as const;

/** A page of a list, each branch by its index. */
export function listedRows(sql: Sql, query: TicketQuery): { rows: Row[]; next?: TicketCursor } {
  const { branches, conditions } = planOf(query);
  const found = branches.map((branch) => rowsOf(sql, branch, conditions, query));
  const { rows, next } = joined(found, query);
  return { rows: rows.map(({ row }) => row), ...defined({ next }) };
}

/** The first rows of a branch that fit, and where the look ended if it did so before the branch. */
function rowsOf(sql: Sql, branch: Branch, conditions: Conditions, query: TicketQuery): Found<Line> {
  const { order = "opened", after, limit } = query;
  const { at, direction, behind, index } = ORDERS[order];
  const sorted = `order by listed.${at} ${direction}, listed.ticket ${direction}`;
  const from = allOf([
    { sql: "key = ? and listed.open = ?", values: [branch.key, Number(branch.open)] },
    ...(order === "clock" ? [{ sql: "listed.late_at is not null", values: [] }] : []),
    ...(after ? [{ sql: `(listed.${at}, listed.ticket) ${behind} (?, ?)`, values: [after.at, after.number] }] : []),
    ...notBarred(conditions),
  ]);
  const fits = fitting(conditions);
  const isFiltered = fits.sql !== EVERYTHING;
  const looked = `select ${at} as at, ticket, area, category, late_at from listed ${index} where ${from.sql} ${sorted}`;
  const rows = isFiltered
    ? sql.all(
        `select listed.at, listed.ticket as number, t.sealed, t.entries, t.version
         from (${looked} limit ${MOST_LOOKED_AT}) as listed join ticket t on t.number = listed.ticket
         where ${fits.sql} order by listed.at ${direction}, listed.ticket ${direction} limit ?`,
        ...from.values,
        ...fits.values,
        limit + 1,
      )
    : sql.all(
        `select listed.${at} as at, listed.ticket as number, t.sealed, t.entries, t.version
         from listed ${index} cross join ticket t on t.number = listed.ticket
         where ${from.sql} order by listed.${at} ${direction}, listed.ticket ${direction} limit ?`,
        ...from.values,
        limit + 1,
      );
  const lines = rows.map((row) => ({ row, at: Number(row.at), number: String(row.number) }));
  if (lines.length > limit || !isFiltered) return { rows: lines };
  const end = sql.get(
    `select ${at} as at, ticket from listed ${index} where ${from.sql} ${sorted} limit 1 offset ${MOST_LOOKED_AT - 1}`,
    ...from.values,
  );
  return { rows: lines, ...(end ? { end: { at: Number(end.at), number: String(end.ticket) } } : {}) };
}

/** How many tickets a filter finds, up to the most that is counted. */
export function countOf(sql: Sql, query: Omit<TicketQuery, "limit" | "after">): number {
  const { branches, conditions } = planOf(query);
  const fits = allOf([...notBarred(conditions), fitting(conditions)]);
  const found = new Set<string>();
  for (const { key, open } of branches) {
    const rows = sql.all(
      `select listed.ticket as number from listed ${conditions.keys ? "join ticket t on t.number = listed.ticket" : ""}
       where listed.key = ? and listed.open = ? and ${fits.sql} limit ${MOST_COUNTED}`,
      key,
      Number(open),
      ...fits.values,
    );
    for (const { number } of rows) found.add(String(number));
  }
  return Math.min(found.size, MOST_COUNTED);
}

/** How many open tickets somebody holds, by the keys of all lanes. */
export function loadOf(sql: Sql, held: readonly string[]): number {
  const counts = held.map((key) => sql.get("select count(*) as count from listed where key = ? and open = 1", key));
  return counts.reduce((sum, row) => sum + Number(row?.count), 0);
}

/** What must hold of a row of `listed`, beside its `ticket t` where keys are asked for. */
function fitting({ keys, area, categories, overdueAt }: Conditions): Condition {
  return allOf([
    ...(keys ? [{ sql: anyOf(keys.map(() => "instr(t.keys, ?) > 0")), values: keys.map((key) => ` ${key} `) }] : []),
    ...(area === undefined ? [] : [{ sql: "listed.area >= ? and listed.area < ?", values: [area, `${area}:`] }]),
    ...(categories
      ? [{ sql: `listed.category in (${categories.map(() => "?").join(", ")})`, values: [...categories] }]
      : []),
    ...(overdueAt === undefined ? [] : [{ sql: "listed.late_at < ?", values: [overdueAt] }]),
  ]);
}

/** Whoever is accused in a ticket finds it in no list. */
const notBarred = ({ officer }: Conditions): Condition[] =>
  officer === undefined
    ? []
    : [{ sql: "(listed.barred is null or instr(listed.barred, ?) = 0)", values: [` ${officer} `] }];

const allOf = (all: Condition[]): Condition => ({
  sql: all.map(({ sql }) => sql).join(" and ") || EVERYTHING,
  values: all.flatMap(({ values }) => values),
});

const anyOf = (parts: string[]): string => (parts.length > 0 ? `(${parts.join(" or ")})` : "1 = 0");
