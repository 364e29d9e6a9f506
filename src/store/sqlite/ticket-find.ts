import type { Vault } from "../../privacy/vault.ts";
import type { FindQuery, TicketCursor } from "../ports/tickets.ts";
import { MOST_FOUND_PAST, pageFound, rarestOf, SAMPLED, searchOf } from "../ticket-find.ts";
import type { Row, Sql } from "./shared-commit.ts";

type Value = string | number;
type Rows = { rows: Row[]; next?: TicketCursor };

export function foundRows(sql: Sql, vault: Vault, query: FindQuery): Rows {
  const search = searchOf(vault, query);
  if (search.keys.length === 0) return { rows: [] };
  if ("terms" in search) return foundByTerms(sql, query, search);
  const form = formOf(query, search.keys);
  const values = "numbers" in search ? search.numbers : [search.person];
  const text = "numbers" in search ? numberText(form, values.length) : personText(form);
  const rows = sql.all(text, ...values, ...seenValues(query, search.keys), ...cursor(query.after), query.limit + 1);
  return pageFound(rows, query);
}

function foundByTerms(
  sql: Sql,
  query: FindQuery,
  { terms, keys }: { terms: readonly string[]; keys: readonly string[] },
): Rows {
  const form = formOf(query, keys);
  const behind = cursor(query.after);
  const rarest = rarestOf(
    terms.map((term) => ({ term, sample: sql.get(placeText(form, SAMPLED), term, ...behind)?.at })),
  );
  if (!rarest) return { rows: [] };
  const others = terms.filter((term) => term !== rarest.term);
  const values = [rarest.term, ...behind, ...others, ...seenValues(query, keys), query.limit + 1];
  const rows = sql.all(termsText(form, others.length), ...values);
  if (rows.length > query.limit || rarest.sample === undefined) return pageFound(rows, query);
  const end = sql.get(placeText(form, MOST_FOUND_PAST), rarest.term, ...behind);
  return pageFound(rows, query, end && { at: Number(end.at), number: String(end.number) });
}

type Form = { name: string; keys: number; isBehind: boolean; isOfState: boolean; isOfficer: boolean };

function formOf({ after, open, sight }: FindQuery, { length: keys }: readonly string[]): Form {
  const [isBehind, isOfState, isOfficer] = [after !== undefined, open !== undefined, sight.officer !== undefined];
  return { name: `${keys} ${isBehind} ${isOfState} ${isOfficer}`, keys, isBehind, isOfState, isOfficer };
}

const texts = new Map<string, string>();

/** Making a text takes as long as running the shortest of these statements. */
function textOf(name: string, form: Form, more: number, make: () => string): string {
  const whole = `${name} ${more} ${form.name}`;
  const known = texts.get(whole);
  if (known !== undefined) return known;
  const made = make();
  texts.set(whole, made);
  return made;
}

const FIELDS = "t.sealed, t.entries, t.version";

const numberText = (form: Form, count: number): string =>
  textOf("number", form, count, () => {
    const [which, order] = count === 1 ? ["number = ?", ""] : [`number in (${marks(count)})`, NEWEST];
    return exactText(form, which, order);
  });
const personText = (form: Form): string => textOf("person", form, 1, () => exactText(form, "person = ?", NEWEST));

const NEWEST = "order by t.opened_at desc, t.number desc";
const exactText = (form: Form, which: string, order: string): string =>
  `select t.number, t.opened_at as at, ${FIELDS} from ticket t
   where t.${which} and ${seenText(form, "t.opened_at", "t.number")}${behindText(form, "t.opened_at, t.number")}
   ${order} limit +?`;

const PLACE = "r.opened_at, r.ticket";
const WALKED = "order by r.opened_at desc, r.ticket desc";
const walkText = (form: Form): string => `from term r where r.term = ?${behindText(form, PLACE)} ${WALKED} limit`;
const HAS_TERM = "exists (select 1 from term o where o.term = ? and o.opened_at = r.opened_at and o.ticket = r.ticket)";

const termsText = (form: Form, others: number): string =>
  textOf("terms", form, others, () => {
    const fits = [...Array(others).fill(HAS_TERM), seenText(form, "r.opened_at", "r.ticket")].join(" and ");
    return `select r.ticket as number, r.opened_at as at, ${FIELDS}
      from (select ${PLACE} ${walkText(form)} ${MOST_FOUND_PAST}) as r cross join ticket t on t.number = r.ticket
      where ${fits} ${WALKED} limit +?`;
  });

const placeText = (form: Form, far: number): string =>
  textOf("place", form, far, () => {
    return `select r.opened_at as at, r.ticket as number ${walkText(form)} 1 offset ${far - 1}`;
  });

/** With more keys, a statement uses `in`, which sorts the keys at each search. */
const FEW_KEYS = 8;

function seenText({ keys, isOfState, isOfficer }: Form, at: string, number: string): string {
  const barred = isOfficer ? " and (l.barred is null or instr(l.barred, ?) = 0)" : "";
  const listed = (key: string) =>
    `exists (select 1 from listed l
     where l.key ${key} and l.open = t.open and l.at = ${at} and l.ticket = ${number}${barred})`;
  const one = keys > FEW_KEYS ? listed(`in (${marks(keys)})`) : Array(keys).fill(listed("= ?")).join(" or ");
  return `${isOfState ? "t.open = ? and " : ""}(${one})`;
}

function seenValues({ sight, open }: FindQuery, keys: readonly string[]): Value[] {
  const state = open === undefined ? [] : [Number(open)];
  const officer = sight.officer === undefined ? [] : [` ${sight.officer} `];
  return [...state, ...(keys.length > FEW_KEYS ? [...keys, ...officer] : keys.flatMap((key) => [key, ...officer]))];
}

const marks = (count: number): string => Array(count).fill("?").join(", ");
const behindText = ({ isBehind }: Form, place: string): string => (isBehind ? ` and (${place}) < (?, ?)` : "");
const cursor = (place: TicketCursor | undefined): Value[] => (place ? [place.at, place.number] : []);
