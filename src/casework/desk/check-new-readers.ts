import { AppError } from "../../vocabulary/errors.ts";
import type { Head } from "../amend.ts";
import { rule } from "../category.ts";
import { becomesConfidential } from "../closed-lane.ts";
import { officerFor } from "../routing.ts";
import type { Ticket } from "../ticket.ts";
import type { Caller } from "./caller.ts";
import type { Desk } from "./desk.ts";

/**
 * Rejects a new category with fewer readers:
 * - ASK_DINSOS: the officer is not of the Dinsos.
 * - NOBODY_READS: routing finds no officer.
 */
export async function checkNewReaders(
  { store }: Pick<Desk, "store">,
  ticket: Ticket,
  { officer }: Pick<Caller, "officer">,
  wanted: Head,
): Promise<void> {
  const { category } = wanted;
  if (category === undefined || category === ticket.category) return;
  const { kind, onlyMarked, sensitive: isAccusing = false } = rule(category);
  if (onlyMarked === undefined && !isAccusing) return;
  const what = `${ticket.number} to ${category}, which only some officers of the Dinsos read`;
  if (officer && officer.rung !== "dinsos") throw new AppError("ASK_DINSOS", `${officer.id} may not amend ${what}`);
  const sensitive = wanted.sensitive ?? (ticket.sensitive || becomesConfidential(ticket.category, category));
  const after = { ...ticket, kind, category, sensitive, ...(wanted.area ? { area: wanted.area } : {}) };
  if (!officerFor(after, await store.officers(ticket.district), {}))
    throw new AppError("NOBODY_READS", `nobody would read it: ${what}`);
}
