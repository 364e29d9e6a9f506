import type { Vault } from "../../privacy/vault.ts";
import type { FindQuery, TicketCursor } from "../ports/tickets.ts";
import { MOST_FOUND_PAST, pageFound, RARE, searchOf } from "../ticket-find.ts";
import type { Row, Sql } from "./shared-commit.ts";

type Value = string | number;
type Part = { sql: string; values: Value[] };

/** A page of what a search finds. */
export function foundRows(sql: Sql, vault: Vault, query: FindQuery): { rows: Row[]; next?: TicketCursor } {
  const search = searchOf(vault, query);
  if (search.keys.length === 0) return { rows: [] };
  if ("terms" in search) return foundByTerms(sql, query, search);
  const [column, values] = "numbers" in search ? ["number", search.numbers] : ["person", [search.person]];
  const seen = seenBy(query, search.keys, { at: "t.opened_at", number: "t.number" });
  const rows = sql.all(
    `select t.number, t.opened_at as at, t.sealed, t.entries, t.version from ticket t
     where t.${column} in (${marks(values)}) and ${seen.sql}${behind("t.opened_at, t.number", query)}
     order by t.opened_at desc, t.number desc limit ?`,
    ...values,
    ...seen.values,
    ...cursor(query.after),
    query.limit + 1,
  );
  return pageFound(rows, query);
}

/** Walks the rarest term from the newest ticket on, and asks of each whether it has the others. */
function foundByTerms(
  sql: Sql,
  query: FindQuery,
  { terms, keys }: { terms: readonly string[]; keys: readonly string[] },
) {
  const counted = terms
    .map((term) => ({ term, count: Number(sql.get(COUNT, term)?.count) }))
    .sort((a, b) => a.count - b.count);
  const [rarest, ...others] = counted;
  if (!rarest || rarest.count === 0) return { rows: [] };
  const place = behind("r.opened_at, r.ticket", query);
  const end =
    rarest.count < RARE
      ? undefined
      : sql.get(
          `select r.opened_at as at, r.ticket as number from term r where r.term = ?${place}
           order by r.opened_at desc, r.ticket desc limit 1 offset ${MOST_FOUND_PAST - 1}`,
          rarest.term,
          ...cursor(query.after),
        );
  const last = end ? { at: Number(end.at), number: String(end.number) } : undefined;
  const seen = seenBy(query, keys, { at: "r.opened_at", number: "r.ticket" });
  const rows = sql.all(
    `select r.ticket as number, r.opened_at as at, t.sealed, t.entries, t.version
     from term r cross join ticket t on t.number = r.ticket
     where r.term = ?${place}${last ? " and (r.opened_at, r.ticket) >= (?, ?)" : ""}
     ${others.map(() => "and exists (select 1 from term o where o.term = ? and o.opened_at = r.opened_at and o.ticket = r.ticket)").join(" ")}
     and ${seen.sql} order by r.opened_at desc, r.ticket desc limit ?`,
    rarest.term,
    ...cursor(query.after),
    ...cursor(last),
    ...others.map(({ term }) => term),
    ...seen.values,
    query.limit + 1,
  );
  return pageFound(rows, query, last);
}

const COUNT = `select count(*) as count from (select 1 from term where term = ? limit ${RARE})`;

/** One of the keys lists the ticket, and whoever is accused in it does not find it. */
function seenBy(
  { sight, open }: FindQuery,
  keys: readonly string[],
  { at, number }: { at: string; number: string },
): Part {
  const states = open === undefined ? [1, 0] : [Number(open)];
  const barred = sight.officer === undefined ? "" : " and (l.barred is null or instr(l.barred, ?) = 0)";
  return {
    sql: `exists (select 1 from listed l where l.key in (${marks(keys)}) and l.open in (${marks(states)})
      and l.at = ${at} and l.ticket = ${number}${barred})`,
    values: [...keys, ...states, ...(sight.officer === undefined ? [] : [` ${sight.officer} `])],
  };
}

const marks = (all: readonly unknown[]): string => all.map(() => "?").join(", ");
const behind = (place: string, { after }: FindQuery): string => (after ? ` and (${place}) < (?, ?)` : "");
const cursor = (place: TicketCursor | undefined): Value[] => (place ? [place.at, place.number] : []);
