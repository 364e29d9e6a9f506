import { inChunks } from "../chunks.ts";
import type { TicketFilter, TicketQuery } from "../ports/tickets.ts";
import { type Branch, MOST_COUNTED, type Plan, planOf } from "../ticket-list.ts";
import { allOf, type Condition, fitting, inBranch, MOST_JOINED, withTicket } from "./list-conditions.ts";
import type { Sql } from "./shared-commit.ts";

export function countOf(sql: Sql, query: TicketFilter & Pick<TicketQuery, "sight">): number {
  const plan = planOf(query);
  const found = [];
  for (const branch of plan.branches) {
    const numbers = numbersOf(branch, plan);
    const count = Number(
      sql.get(`select count(*) as count from (${numbers.sql} limit ${MOST_COUNTED})`, ...numbers.values)?.count,
    );
    if (count >= MOST_COUNTED) return MOST_COUNTED;
    if (count > 0) found.push({ count, numbers });
  }
  const [only, ...others] = found;
  return others.length > 0 ? countOnce(sql, found) : (only?.count ?? 0);
}

function countOnce(sql: Sql, branches: readonly { numbers: Condition }[]): number {
  const parts = inChunks(branches, MOST_JOINED).map((chunk) => chunk.map(({ numbers }) => numbers.sql).join(" union "));
  const all = parts.map((part) => `select ticket from (${part})`).join(" union ");
  const values = branches.flatMap(({ numbers }) => numbers.values);
  return Number(sql.get(`select count(*) as count from (${all} limit ${MOST_COUNTED})`, ...values)?.count);
}

function numbersOf(branch: Branch, plan: Plan): Condition {
  const { sql, values } = allOf([...inBranch(branch, plan), ...fitting(branch.fits)]);
  return { sql: `select listed.ticket from listed ${withTicket(branch.fits)} where ${sql}`, values };
}

export function loadOf(sql: Sql, held: readonly string[]): number {
  const counts = held.map((key) => sql.get("select count(*) as count from listed where key = ? and open = 1", key));
  return counts.reduce((sum, row) => sum + Number(row?.count), 0);
}
