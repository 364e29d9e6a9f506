import type { Category, Kind } from "../vocabulary/lists.ts";
import { kinds } from "./kinds/index.ts";
import type { CategoryRule } from "./kinds/kind.ts";

type Rule = CategoryRule & { kind: Kind };
type Kinds = typeof kinds;
type TabledCategory = { [K in Kind]: keyof Kinds[K]["categories"] }[Kind];

function rowsOfKinds(): Record<TabledCategory, Rule> {
  const rows = Object.entries(kinds).flatMap(([kind, { categories }]) =>
    Object.entries(categories).map(([category, row]) => [category, { ...row, kind }]),
  );
  return Object.fromEntries(rows);
}

export const categories: Record<Category, Rule> = rowsOfKinds();

export const rule = (category: Category): Rule => categories[category];

export const isOnlyForMarked = (category: Category): boolean => rule(category).onlyMarked !== undefined;
