import type { Category, Kind } from "../vocabulary/lists.ts";
import { kinds } from "./kinds/index.ts";
import type { CategoryRule } from "./kinds/kind.ts";

type Rule = CategoryRule & { kind: Kind };
type Kinds = typeof kinds;
/** The categories that a kind's table has a row for. */
type Listed = { [K in Kind]: keyof Kinds[K]["categories"] }[Kind];

function everyRow(): Record<Listed, Rule> {
  const rows = Object.entries(kinds).flatMap(([kind, { categories }]) =>
    Object.entries(categories).map(([category, row]) => [category, { ...row, kind }]),
  );
  return Object.fromEntries(rows);
}

/** Every category with the row that the table of its kind has for it. */
export const categories: Record<Category, Rule> = everyRow();

export const rule = (category: Category): Rule => categories[category];
