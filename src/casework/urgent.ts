import type { Category } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type Urgent = Pick<Ticket, "kind" | "category" | "sensitive">;

/** The mark that opens a category of somebody in danger, and with some of them nothing else. */
const markOf = (category: Category) => rule(category).onlyMarked ?? "urgent";

const hasMark = (officer: Officer, category: Category): boolean =>
  officer.rung === "dinsos" && officer[markOf(category)] === true;

/** Whether the ticket of somebody in danger may be given to an officer; `undefined` where the rule for every ticket decides. */
export function mayHoldUrgent(officer: Officer, { kind, category, sensitive }: Urgent): boolean | undefined {
  if (kind !== "urgent") return undefined;
  if (hasMark(officer, category)) return true;
  if (rule(category).onlyMarked !== undefined) return false;
  return sensitive ? officer.rung === "dinsos" && officer.sensitive : undefined;
}

/** Whether this officer is to be called before colleagues of the same rung. */
export const isCalledFirst = (officer: Officer, { kind, category }: Urgent): boolean =>
  kind === "urgent" && hasMark(officer, category);

/** Whether somebody near the place helps beside the Dinsos: not where an official is accused, nor where only few may read. */
export const needsNeighbour = ({ kind, category, sensitive }: Urgent): boolean =>
  kind === "urgent" && !sensitive && rule(category).onlyMarked === undefined;
