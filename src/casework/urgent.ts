import type { Category } from "../vocabulary/lists.ts";
import { isOnlyForMarked, rule } from "./category.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type Urgent = Pick<Ticket, "kind" | "category" | "sensitive">;

/**
 * Returns the mark that an officer needs to hold urgent tickets of a category. If a category has `onlyMarked`, nobody
 * else may hold its tickets.
 */
const markOf = (category: Category) => rule(category).onlyMarked ?? "urgent";

const hasMark = (officer: Officer, category: Category): boolean =>
  officer.rung === "dinsos" && officer[markOf(category)] === true;

/**
 * Whether an officer may hold the ticket of a person in danger. Returns `undefined` if the rule for all tickets
 * decides.
 */
export function mayHoldUrgent(officer: Officer, { kind, category, sensitive }: Urgent): boolean | undefined {
  if (kind !== "urgent") return undefined;
  if (hasMark(officer, category)) return true;
  if (isOnlyForMarked(category)) return false;
  return sensitive ? officer.rung === "dinsos" && officer.sensitive : undefined;
}

/** Whether this officer is called before other officers of the same rung. */
export const isCalledFirst = (officer: Officer, { kind, category }: Urgent): boolean =>
  kind === "urgent" && hasMark(officer, category);

/** Whether it matters for a ticket that its officer is told by a message: few others look at it. */
export const needsReached = ({ kind, sensitive, doubt }: Pick<Ticket, "kind" | "sensitive" | "doubt">): boolean =>
  kind === "urgent" || sensitive || doubt === true;

/**
 * Chooses an officer for a ticket with `choose`. Some officers are not reached by messages. For a person in danger, and
 * for a confidential or doubted ticket, an officer whom a message reaches comes first, even on a lower rung. `reached`:
 * the ids of these officers.
 */
export function chooseReached(
  ticket: Pick<Ticket, "kind" | "sensitive" | "doubt">,
  officers: readonly Officer[],
  reached: ReadonlySet<string>,
  choose: (among: readonly Officer[]) => Officer | undefined,
): Officer | undefined {
  const first = needsReached(ticket) ? choose(officers.filter(({ id }) => reached.has(id))) : undefined;
  return first ?? choose(officers);
}

/**
 * Whether an officer near the place helps beside the Dinsos. This is not so if the ticket accuses an official, or if
 * only few may read it.
 */
export const needsNeighbour = ({ kind, category, sensitive }: Urgent): boolean =>
  kind === "urgent" && !sensitive && !isOnlyForMarked(category);
