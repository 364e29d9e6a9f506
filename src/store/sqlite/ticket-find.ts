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
     order by t.opened_at desc, t.number desc limit +?`,
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
  const walked = `select r.opened_at, r.ticket from term r where r.term = ?${behind("r.opened_at, r.ticket", query)}
    order by r.opened_at desc, r.ticket desc limit`;
  const from = [rarest.term, ...cursor(query.after)];
  const seen = seenBy(query, keys, { at: "r.opened_at", number: "r.ticket" });
  const rows = sql.all(
    `select r.ticket as number, r.opened_at as at, t.sealed, t.entries, t.version
     from (${walked} ${MOST_FOUND_PAST}) as r cross join ticket t on t.number = r.ticket
     where ${[...others.map(() => HAS_TERM), seen.sql].join(" and ")}
     order by r.opened_at desc, r.ticket desc limit +?`,
    ...from,
    ...others.map(({ term }) => term),
    ...seen.values,
    query.limit + 1,
  );
  if (rows.length > query.limit || rarest.count < RARE) return pageFound(rows, query);
  const end = sql.get(`${walked} 1 offset ${MOST_FOUND_PAST - 1}`, ...from);
  return pageFound(rows, query, end && { at: Number(end.opened_at), number: String(end.ticket) });
}

const COUNT = `select count(*) as count from (select 1 from term where term = ? limit ${RARE})`;
const HAS_TERM = "exists (select 1 from term o where o.term = ? and o.opened_at = r.opened_at and o.ticket = r.ticket)";

/** One of the keys lists the ticket `t`, and whoever is accused in it does not find it. */
function seenBy(
  { sight, open }: FindQuery,
  keys: readonly string[],
  { at, number }: { at: string; number: string },
): Part {
  const barred = sight.officer === undefined ? "" : " and (l.barred is null or instr(l.barred, ?) = 0)";
  return {
    sql: `${open === undefined ? "" : "t.open = ? and "}exists (select 1 from listed l
      where l.key in (${marks(keys)}) and l.open = t.open and l.at = ${at} and l.ticket = ${number}${barred})`,
    values: [
      ...(open === undefined ? [] : [Number(open)]),
      ...keys,
      ...(sight.officer === undefined ? [] : [` ${sight.officer} `]),
    ],
  };
}

const marks = (all: readonly unknown[]): string => all.map(() => "?").join(", ");
const behind = (place: string, { after }: FindQuery): string => (after ? ` and (${place}) < (?, ?)` : "");
const cursor = (place: TicketCursor | undefined): Value[] => (place ? [place.at, place.number] : []);
