import type { PartQuery, TicketCursor } from "../ports/tickets.ts";
import type { ticketColumns } from "../ticket-columns.ts";
import { pageFound } from "../ticket-find.ts";
import type { Row, Sql } from "./shared-commit.ts";

/** `due_at` is null in an ended part. */
export const PART_SCHEMA = `
create table part (
  ticket text not null, no integer not null, district text not null, office text not null, officer text,
  phase text not null, due_at integer, primary key (ticket, no)
) without rowid;
create index part_due on part (district, office, due_at, ticket) where due_at is not null;
`;

type Columns = Pick<ReturnType<typeof ticketColumns>, "district" | "parts">;

const WRITE = `
insert into part values (?, ?, ?, ?, ?, ?, ?) on conflict (ticket, no) do update
  set district = excluded.district, office = excluded.office, officer = excluded.officer,
    phase = excluded.phase, due_at = excluded.due_at
  where (district, office, officer, phase, due_at)
    is not (excluded.district, excluded.office, excluded.officer, excluded.phase, excluded.due_at)`;

export function writeParts(sql: Sql, number: string, { district, parts }: Columns): void {
  for (const { no, office, officer, phase, dueAt } of parts)
    sql.run(WRITE, number, no, district, office, officer, phase, dueAt);
}

/** A ticket with an open part is open. */
export function partRows(sql: Sql, query: PartQuery): { rows: Row[]; next?: TicketCursor } {
  const { sight, office, officer, after, limit } = query;
  if (sight.keys.length === 0) return { rows: [] };
  const conditions = [
    "p.district = ? and p.office = ? and p.due_at is not null",
    ...(after ? ["(p.due_at, p.ticket) > (?, ?)"] : []),
    ...(officer === undefined ? [] : ["p.officer = ?"]),
    `exists (select 1 from listed l where l.key in (${sight.keys.map(() => "?").join(", ")}) and l.open = 1
       and l.at = t.opened_at and l.ticket = t.number
       ${sight.officer === undefined ? "" : "and (l.barred is null or instr(l.barred, ?) = 0)"})`,
  ];
  const found = sql.all(
    `select p.due_at as at, p.ticket as number, t.sealed, t.entries, t.version
     from part p indexed by part_due cross join ticket t on t.number = p.ticket
     where ${conditions.join(" and ")} order by p.due_at, p.ticket limit +?`,
    ...[sight.district, office],
    ...(after ? [after.at, after.number] : []),
    ...(officer === undefined ? [] : [officer]),
    ...sight.keys,
    ...(sight.officer === undefined ? [] : [` ${sight.officer} `]),
    limit + 1,
  );
  return pageFound(found, { limit });
}
