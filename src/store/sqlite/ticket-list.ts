import { defined } from "../../defined.ts";
import { inChunks } from "../chunks.ts";
import type { TicketCursor, TicketQuery } from "../ports/tickets.ts";
import { type Branch, comparePlaces, joined, MOST_LOOKED_AT, type Plan, planOf } from "../ticket-list.ts";
import { allOf, type Condition, fitting, inBranch, MOST_JOINED, withTicket } from "./list-conditions.ts";
import type { Row, Sql } from "./shared-commit.ts";

const ORDERS = {
  opened: { at: "at", direction: "desc", behind: "<", upTo: ">=", index: "" },
  // Without `indexed by`, the planner reads all rows of a key and sorts them.
  clock: { at: "late_at", direction: "asc", behind: ">", upTo: "<=", index: "indexed by listed_clock" },
} as const;

type Asked = TicketQuery & { plan: Plan; order: keyof typeof ORDERS };
type Line = Row & TicketCursor;

export function listedRows(sql: Sql, query: TicketQuery): { rows: Row[]; next?: TicketCursor } {
  const { order = "opened", limit } = query;
  const asked = { ...query, order, plan: planOf(query) };
  const found = inChunks(asked.plan.branches, MOST_JOINED).map((branches) => firstRows(sql, branches, asked));
  const all = found.map((rows) => ({ rows }));
  const rows = all.length > 1 ? joined(all, { order, limit: limit + 1 }).rows : (found[0] ?? []);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const next = last && { at: last.at, number: last.number };
  const end = endOfLook(sql, asked, next);
  if (!end) return { rows: page, ...defined({ next }) };
  const compare = comparePlaces(order);
  return { rows: page.filter((row) => compare(row, end) <= 0), next: end };
}

/** The `union` merges sorted branches, so SQLite reads no further than the page. */
function firstRows(sql: Sql, branches: readonly Branch[], asked: Asked): Line[] {
  const parts = branches.map((branch) => rowsOfBranch(branch, asked));
  const { direction } = ORDERS[asked.order];
  return sql.all(
    `select p.at, t.number, t.sealed, t.entries, t.version
     from (${parts.map((part) => part.sql).join(" union ")} ${sortedBy("at", direction)} limit +?) as p
     cross join ticket t on t.number = p.ticket ${sortedBy("p.at", direction, "p.ticket")}`,
    ...parts.flatMap(({ values }) => values),
    asked.limit + 1,
  ) as Line[];
}

function rowsOfBranch(branch: Branch, asked: Asked): Condition {
  const fits = fitting(branch.fits);
  if (fits.length === 0) return rowsFrom(branch, asked);
  const { at, direction } = ORDERS[asked.order];
  const looked = rowsFrom(branch, asked, ", area, category, late_at");
  const { sql, values } = allOf(fits);
  return {
    sql: `select * from (select listed.at, listed.ticket
      from (${looked.sql} ${sortedBy(`listed.${at}`, direction)} limit ${MOST_LOOKED_AT}) as listed ${withTicket(branch.fits)}
      where ${sql} ${sortedBy("listed.at", direction, "listed.ticket")} limit +?)`,
    values: [...looked.values, ...values, asked.limit + 1],
  };
}

function rowsFrom(branch: Branch, { plan, order, after }: Asked, more = "", upTo?: TicketCursor): Condition {
  const { at, behind, upTo: until, index } = ORDERS[order];
  const place = (how: string, { at: moment, number }: TicketCursor) => ({
    sql: `(listed.${at}, listed.ticket) ${how} (?, ?)`,
    values: [moment, number],
  });
  const { sql, values } = allOf([
    ...inBranch(branch, plan),
    ...(order === "clock" ? [{ sql: "listed.late_at is not null", values: [] }] : []),
    ...(plan.lateBefore === undefined ? [] : [{ sql: "listed.late_at < ?", values: [plan.lateBefore] }]),
    ...(after ? [place(behind, after)] : []),
    ...(upTo ? [place(until, upTo)] : []),
  ]);
  return { sql: `select listed.${at} as at, listed.ticket${more} from listed ${index} where ${sql}`, values };
}

/** Returns the place where a branch reached `MOST_LOOKED_AT` rows. */
function endOfLook(sql: Sql, asked: Asked, last: TicketCursor | undefined): TicketCursor | undefined {
  const { at, direction } = ORDERS[asked.order];
  const filtered = asked.plan.branches.filter(({ fits }) => fitting(fits).length > 0);
  const ends = inChunks(filtered, MOST_JOINED).flatMap((branches) => {
    const parts = branches.map((branch) => rowsFrom(branch, asked, "", last));
    const each = parts.map(
      (part) =>
        `select * from (${part.sql} ${sortedBy(`listed.${at}`, direction)} limit 1 offset ${MOST_LOOKED_AT - 1})`,
    );
    const first = `${each.join(" union all ")} ${sortedBy("at", direction)} limit 1`;
    const row = sql.get(first, ...parts.flatMap(({ values }) => values));
    return row ? [{ at: Number(row.at), number: String(row.ticket) }] : [];
  });
  return ends.sort(comparePlaces(asked.order))[0];
}

const sortedBy = (at: string, direction: string, ticket = "ticket"): string =>
  `order by ${at} ${direction}, ${ticket} ${direction}`;
