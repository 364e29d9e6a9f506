import { heldKeys, type Key, narrowed } from "../casework/access.ts";
import { categories, rule } from "../casework/category.ts";
import { defined } from "../defined.ts";
import type { Category, Kind } from "../vocabulary/lists.ts";
import type { TicketCursor, TicketQuery } from "./ports/tickets.ts";

/** Rows of one key that a page looks at, at most. */
export const MOST_LOOKED_AT = 100_000;
/** What a count ends with. */
export const MOST_COUNTED = 1_000;

/** A part of a list that one index serves in the list's own order. */
export type Branch = { key: Key; open: boolean };

/** What must hold of a row besides its branch; `keys`: one of them must be among the ticket's. */
export type Conditions = {
  keys?: readonly Key[];
  officer?: string;
  area?: string;
  categories?: readonly Category[];
  overdueAt?: number;
};

/** The branches whose rows together are a list, and what is asked of each row. */
export function planOf({ sight, order, ...filter }: Omit<TicketQuery, "limit" | "after">) {
  const { holder, area, category, kind, open, overdueAt } = filter;
  const keys = holder === undefined ? sight.keys.map((key) => narrowed(key, filter)) : heldKeys(sight.district, holder);
  const states = order === "clock" ? [true] : open === undefined ? [true, false] : [open];
  const isEmpty = sight.keys.length === 0 || (order === "clock" && open === false);
  const branches = isEmpty ? [] : [...new Set(keys)].flatMap((key) => states.map((one) => ({ key, open: one })));
  const conditions: Conditions = {
    ...(holder === undefined ? {} : { keys: sight.keys }),
    ...defined({ officer: sight.officer, area }),
    ...(category === undefined && kind === undefined ? {} : { categories: wantedOf(category, kind) }),
    ...defined({ overdueAt }),
  };
  return { branches, conditions };
}

/** The categories that fit. */
function wantedOf(category: Category | undefined, kind: Kind | undefined): Category[] {
  const all = category === undefined ? (Object.keys(categories) as Category[]) : [category];
  return all.filter((one) => kind === undefined || rule(one).kind === kind);
}

/** What a branch gave: its first rows, and where the look ended before it had come to the end. */
export type Found<R extends TicketCursor> = { rows: R[]; end?: TicketCursor };

/** Sorts as the list does: the next clock first, or the newest first. */
const compared = (order: TicketQuery["order"]) => (a: TicketCursor, b: TicketCursor) =>
  (order === "clock" ? 1 : -1) * (a.at - b.at || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));

/**
 * The page that these branches make, each ticket once. Behind the place where one of them stopped looking nothing is
 * certain: the page ends there.
 */
export function joined<R extends TicketCursor>(
  found: readonly Found<R>[],
  { order, limit }: Pick<TicketQuery, "order" | "limit">,
): { rows: R[]; next?: TicketCursor } {
  const compare = compared(order);
  const [end] = found.flatMap((one) => (one.end ? [one.end] : [])).sort(compare);
  const all = new Map(found.flatMap(({ rows }) => rows).map((row) => [row.number, row]));
  const certain = [...all.values()].filter((row) => !end || compare(row, end) <= 0).sort(compare);
  const rows = certain.slice(0, limit);
  const last = rows.at(-1);
  if (certain.length > limit && last) return { rows, next: { at: last.at, number: last.number } };
  return { rows, ...defined({ next: end }) };
}
