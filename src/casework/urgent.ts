import type { Category } from "../vocabulary/lists.ts";
import { isOnlyForMarked, rule } from "./category.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type Urgent = Pick<Ticket, "kind" | "category" | "sensitive">;

const markOf = (category: Category) => rule(category).onlyMarked ?? "urgent";

const hasMark = (officer: Officer, category: Category): boolean =>
  officer.rung === "dinsos" && officer[markOf(category)] === true;

/** Returns `undefined` if the rules for all tickets decide. */
export function mayHoldUrgent(officer: Officer, { kind, category, sensitive }: Urgent): boolean | undefined {
  if (kind !== "urgent") return undefined;
  if (hasMark(officer, category)) return true;
  if (isOnlyForMarked(category)) return false;
  return sensitive ? officer.rung === "dinsos" && officer.sensitive : undefined;
}

export const isCalledFirst = (officer: Officer, { kind, category }: Urgent): boolean =>
  kind === "urgent" && hasMark(officer, category);

export const mustBeReachable = ({ kind, sensitive, doubt }: Pick<Ticket, "kind" | "sensitive" | "doubt">): boolean =>
  kind === "urgent" || sensitive || doubt === true;

export function chooseReachable(
  ticket: Pick<Ticket, "kind" | "sensitive" | "doubt">,
  officers: readonly Officer[],
  reachable: ReadonlySet<string>,
  choose: (among: readonly Officer[]) => Officer | undefined,
): Officer | undefined {
  const first = mustBeReachable(ticket) ? choose(officers.filter(({ id }) => reachable.has(id))) : undefined;
  return first ?? choose(officers);
}

export const needsNeighbour = ({ kind, category, sensitive }: Urgent): boolean =>
  kind === "urgent" && !sensitive && !isOnlyForMarked(category);
