import { heldKeys, type Key, narrowerKey } from "../casework/access.ts";
import { categories, rule } from "../casework/category.ts";
import { canMeet, isCoveredBy, isOfCategory, liesIn, widestKeys } from "../casework/key-sets.ts";
import { defined } from "../defined.ts";
import type { Category, Kind } from "../vocabulary/lists.ts";
import type { TicketCursor, TicketQuery } from "./ports/tickets.ts";

/** For one page, a search with the conditions `fits` reads at most this many rows. */
export const MOST_LOOKED_AT = 100_000;
export const MOST_COUNTED = 1_000;

/** A ticket must have one of `keys`. */
export type Conditions = {
  keys?: readonly Key[];
  area?: string;
  categories?: readonly Category[];
  overdueAt?: number;
};

export type Branch = { key: Key; open: boolean; fits: Conditions };

/** A list by clock ends before `lateBefore` (ms). */
export type Plan = { branches: Branch[]; officer?: string; lateBefore?: number };

export function planOf({ sight, order, ...filter }: Omit<TicketQuery, "limit" | "after">): Plan {
  const { holder, area, category, kind, open, overdueAt } = filter;
  const keys =
    holder === undefined
      ? widestKeys(sight.keys).map((key) => narrowerKey(key, filter))
      : heldKeys(sight.district, holder).filter((key) => canMeet(key, sight.keys));
  const states = order === "clock" ? [true] : open === undefined ? [true, false] : [open];
  const isEmpty = sight.keys.length === 0 || (order === "clock" && open === false);
  const categories = category === undefined && kind === undefined ? undefined : wantedOf(category, kind);
  const isRange = order === "clock";
  const fitsOf = (key: Key): Conditions => ({
    ...(holder === undefined || isCoveredBy(key, sight.keys) ? {} : { keys: sight.keys }),
    ...defined({
      area: area !== undefined && liesIn(key, area) ? undefined : area,
      categories:
        category !== undefined && isOfCategory(key, category) && categories?.length === 1 ? undefined : categories,
      overdueAt: isRange ? undefined : overdueAt,
    }),
  });
  const branches = [...new Set(isEmpty ? [] : keys)].flatMap((key) => {
    const fits = fitsOf(key);
    return states.map((one) => ({ key, open: one, fits }));
  });
  return { branches, ...defined({ officer: sight.officer, lateBefore: isRange ? overdueAt : undefined }) };
}

function wantedOf(category: Category | undefined, kind: Kind | undefined): Category[] {
  const all = category === undefined ? (Object.keys(categories) as Category[]) : [category];
  return all.filter((one) => kind === undefined || rule(one).kind === kind);
}

export type Found<R extends TicketCursor> = { rows: R[]; end?: TicketCursor };

export const comparePlaces = (order: TicketQuery["order"]) => (a: TicketCursor, b: TicketCursor) =>
  (order === "clock" ? 1 : -1) * (a.at - b.at || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));

/** Ends the page where the search in a branch stopped, because later rows of this branch may be missing. */
export function joined<R extends TicketCursor>(
  found: readonly Found<R>[],
  { order, limit }: Pick<TicketQuery, "order" | "limit">,
): { rows: R[]; next?: TicketCursor } {
  const compare = comparePlaces(order);
  const [end] = found.flatMap((one) => (one.end ? [one.end] : [])).sort(compare);
  const all = new Map(found.flatMap(({ rows }) => rows).map((row) => [row.number, row]));
  const certain = [...all.values()].filter((row) => !end || compare(row, end) <= 0).sort(compare);
  const rows = certain.slice(0, limit);
  const last = rows.at(-1);
  if (certain.length > limit && last) return { rows, next: { at: last.at, number: last.number } };
  return { rows, ...defined({ next: end }) };
}
