import type { Category, Rung } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

/** Who reads a category, apart from whether its ticket is confidential; `open` is everybody who serves its place. */
type ClosedLane = "urgent" | "survivor" | "confidential" | "data" | "open";

function laneOf(category: Category): ClosedLane {
  const { onlyMarked, sensitive, kind } = rule(category);
  if (onlyMarked) return onlyMarked;
  if (sensitive) return "confidential";
  return kindTable(kind).readers === "dinsos" ? "data" : "open";
}

/**
 * Whether a ticket that changes its category becomes confidential: one that comes into the lane of what names officials,
 * and one that leaves any lane that few read. Its words were written for those few.
 */
export function becomesConfidential(before: Category, now: Category): boolean {
  const [from, to] = [laneOf(before), laneOf(now)];
  return to !== from && (to === "confidential" || from !== "open");
}

/**
 * Whether an officer may open a ticket to those who could not read it: only the Dinsos, marked for every lane it is in; what
 * is merely in doubt needs no mark.
 */
export function mayLower(
  { rung, sensitive, urgent, survivor }: { rung: Rung } & Pick<Officer, "sensitive" | "urgent" | "survivor">,
  ticket: Pick<Ticket, "category" | "sensitive" | "doubt">,
): boolean {
  const { onlyMarked } = rule(ticket.category);
  const isMarked = onlyMarked === undefined || { urgent, survivor }[onlyMarked] === true;
  const needsSensitive = ticket.sensitive || (onlyMarked === undefined && !ticket.doubt);
  return rung === "dinsos" && isMarked && (sensitive || !needsSensitive);
}
