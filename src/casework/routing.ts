import type { Rung } from "../vocabulary/lists.ts";
import { covers, type Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";
import { isCalledFirst, mayHoldUrgent, needsNeighbour } from "./urgent.ts";

type Routed = Pick<Ticket, "kind" | "category" | "sensitive" | "doubt" | "area" | "district">;
type Held = Pick<Ticket, "officer" | "beside" | "barred">;

/**
 * Who is asked first, in order: the village or Puskesos, the TKSK, the Dinsos. A repair that Disdukcapil owns goes there;
 * what names an official, or may, and what a person asks about their own data goes to the Dinsos alone, a living person listed as
 * dead to the Dinsos at once, and so does somebody in danger; where the Dinsos has nobody, whoever is nearest is asked.
 */
export function ladder({ kind, sensitive, doubt, category }: Routed, owner?: "dinsos" | "disdukcapil"): Rung[] {
  if (kind === "urgent") return ["dinsos", "tksk", "village"];
  if (sensitive || doubt || kind === "data" || category === "listed-dead") return ["dinsos"];
  if (kind === "repair" && owner === "disdukcapil") return ["disdukcapil", "dinsos"];
  return ["village", "tksk", "dinsos"];
}

/** Whether an officer may be given a ticket: by their lane and place, and not barred from it. */
export function mayHold(officer: Officer, ticket: Routed & Held): boolean {
  const { rung, sensitive, active, district, id } = officer;
  if (!active || district !== ticket.district || ticket.barred?.includes(id)) return false;
  const inDanger = mayHoldUrgent(officer, ticket);
  if (inDanger !== undefined) return inDanger;
  if (ticket.sensitive) return rung === "dinsos" && sensitive;
  if (ticket.kind === "data") return rung === "dinsos";
  if (ticket.doubt && rung !== "dinsos") return false;
  return covers(officer, ticket.area);
}

/** The least loaded officer of the first rung that has one for the place; the Dinsos list where there is none. */
export function officerFor(
  ticket: Routed & Held,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
  owner?: "dinsos" | "disdukcapil",
): Officer | undefined {
  for (const rung of ladder(ticket, owner)) {
    const found = leastLoaded(rung, ticket, officers, loads);
    if (found) return found;
  }
  return undefined;
}

/** The least loaded officer of the rungs above the holder's for a ticket that was not solved there; at the top the same one. */
export function raisedFor(
  ticket: Routed & Held,
  holder: Officer | undefined,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
  owner?: "dinsos" | "disdukcapil",
): Officer | undefined {
  if (ticket.kind === "urgent") return officerFor(ticket, officers, loads, owner); // the Dinsos is first there, and nobody above it
  const rungs = ladder(ticket, owner);
  // A companion stands beside the village, and the TKSK above both.
  const above = rungs.indexOf(holder?.rung === "companion" ? "village" : (holder?.rung ?? "village")) + 1;
  for (const rung of rungs.slice(above)) {
    const found = leastLoaded(rung, ticket, officers, loads);
    if (found) return found;
  }
  return holder && mayHold(holder, ticket) ? holder : officerFor(ticket, officers, loads, owner);
}

/** Who works beside that officer: Disdukcapil, which alone can undo a death in the register, for a living person; whoever is near for somebody in danger. */
export function besideFor(
  ticket: Routed & Held,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined {
  if (needsNeighbour(ticket))
    return leastLoaded("village", ticket, officers, loads) ?? leastLoaded("tksk", ticket, officers, loads);
  return ticket.category === "listed-dead" && !ticket.sensitive
    ? leastLoaded("disdukcapil", ticket, officers, loads)
    : undefined;
}

/** Whom the Dinsos has for a ticket that is late elsewhere. */
export const dinsosFor = (
  ticket: Routed & Held,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined => leastLoaded("dinsos", ticket, officers, loads);

function leastLoaded(
  rung: Rung,
  ticket: Routed & Held,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined {
  return officers
    .filter((one) => one.rung === rung && mayHold(one, ticket))
    .filter((one) => covers(one, ticket.area) || isCalledFirst(one, ticket))
    .sort(
      (a, b) =>
        Number(isCalledFirst(b, ticket)) - Number(isCalledFirst(a, ticket)) ||
        (loads[a.id] ?? 0) - (loads[b.id] ?? 0) ||
        (a.id < b.id ? -1 : 1),
    )[0];
}
