import type { Category, Rung } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type CategoryReaders = "urgent" | "survivor" | "confidential" | "data" | "open";

function readersOf(category: Category): CategoryReaders {
  const { onlyMarked, sensitive, kind } = rule(category);
  if (onlyMarked) return onlyMarked;
  if (sensitive) return "confidential";
  return kindTable(kind).readers === "dinsos" ? "data" : "open";
}

/** A ticket that leaves a category with few readers also becomes confidential. */
export function becomesConfidential(before: Category, now: Category): boolean {
  const [from, to] = [readersOf(before), readersOf(now)];
  return to !== from && (to === "confidential" || from !== "open");
}

export function mayLower(
  { rung, sensitive, urgent, survivor }: { rung: Rung } & Pick<Officer, "sensitive" | "urgent" | "survivor">,
  ticket: Pick<Ticket, "category" | "sensitive" | "doubt">,
): boolean {
  const { onlyMarked } = rule(ticket.category);
  const isMarked = onlyMarked === undefined || { urgent, survivor }[onlyMarked] === true;
  const needsSensitive = ticket.sensitive || (onlyMarked === undefined && !ticket.doubt);
  return rung === "dinsos" && isMarked && (sensitive || !needsSensitive);
}
