import { rule } from "./category.ts";
import { officesFor, type Part } from "./part.ts";
import type { WithoutThread } from "./ticket.ts";

/** Turns the second officer (`beside`) of an older release into an officer of a part. */
export function besideAsPart<One extends WithoutThread>(ticket: One): One {
  const { beside: officer, state, parts, openedAt: since, resolveBy: dueAt } = ticket;
  const office = rule(ticket.category).sharedWith;
  if (officer === undefined || office === undefined || state === "closed") return ticket;
  if (parts.some((part) => part.office === office) || !officesFor(ticket).includes(office)) return ticket;
  const phase = state === "new" ? "new" : "working";
  const part: Part = { no: parts.length + 1, office, officer, phase, since, dueAt };
  const { beside: _, ...rest } = ticket;
  return { ...rest, parts: [...parts, part] } as One;
}
