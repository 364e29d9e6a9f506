import type { Category, Kind } from "../vocabulary/lists.ts";
import { kinds } from "./kinds/index.ts";
import type { CategoryRule } from "./kinds/kind.ts";

type Rule = CategoryRule & { kind: Kind };
type Kinds = typeof kinds;
/** A category with a row in some kind's table. */
type TabledCategory = { [K in Kind]: keyof Kinds[K]["categories"] }[Kind];

function rowsOfKinds(): Record<TabledCategory, Rule> {
  const rows = Object.entries(kinds).flatMap(([kind, { categories }]) =>
    Object.entries(categories).map(([category, row]) => [category, { ...row, kind }]),
  );
  return Object.fromEntries(rows);
}

/** The rule of a category is its row in the table of its kind. */
export const categories: Record<Category, Rule> = rowsOfKinds();

export const rule = (category: Category): Rule => categories[category];

export const isOnlyForMarked = (category: Category): boolean => rule(category).onlyMarked !== undefined;
