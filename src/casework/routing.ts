import type { Office, Rung } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import { covers, type Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";
import { isCalledFirst, mayHoldUrgent, needsNeighbour } from "./urgent.ts";

type Routed = Pick<Ticket, "kind" | "category" | "sensitive" | "doubt" | "area" | "district">;
type Held = Pick<Ticket, "officer" | "beside" | "barred">;

/** Who is asked first, in order, as the kind's table says; what names an official, or may, goes to the Dinsos alone. */
export function ladder(
  { kind, sensitive, doubt, category }: Routed,
  owner?: "dinsos" | "disdukcapil",
): readonly Rung[] {
  const { readers, ladder: own, ladderOfDisdukcapil = own } = kindTable(kind);
  if (readers === "place" && (sensitive || doubt)) return ["dinsos"];
  return rule(category).ladder ?? (owner === "disdukcapil" ? ladderOfDisdukcapil : own);
}

/** Whether an officer may be given a ticket: by their lane and place, and not barred from it. */
export function mayHold(officer: Officer, ticket: Routed & Held): boolean {
  const { rung, sensitive, active, district, id } = officer;
  if (!active || district !== ticket.district || ticket.barred?.includes(id)) return false;
  const inDanger = mayHoldUrgent(officer, ticket);
  if (inDanger !== undefined) return inDanger;
  if (ticket.sensitive) return rung === "dinsos" && sensitive;
  if (kindTable(ticket.kind).readers === "dinsos") return rung === "dinsos";
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
  if (kindTable(ticket.kind).objection === "first-rung") return officerFor(ticket, officers, loads, owner);
  const rungs = ladder(ticket, owner);
  // A companion stands beside the village, and the TKSK above both.
  const above = rungs.indexOf(holder?.rung === "companion" ? "village" : (holder?.rung ?? "village")) + 1;
  for (const rung of rungs.slice(above)) {
    const found = leastLoaded(rung, ticket, officers, loads);
    if (found) return found;
  }
  return holder && mayHold(holder, ticket) ? holder : officerFor(ticket, officers, loads, owner);
}

/** Who works beside that officer: an officer on the rung that the category names; for somebody in danger an officer who is near. */
export function besideFor(
  ticket: Routed & Held,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined {
  if (needsNeighbour(ticket))
    return leastLoaded("village", ticket, officers, loads) ?? leastLoaded("tksk", ticket, officers, loads);
  const { beside } = rule(ticket.category);
  return beside && !ticket.sensitive ? leastLoaded(beside, ticket, officers, loads) : undefined;
}

/** Whom an office has for its part of a ticket; `undefined` where nobody of it serves the place. */
export const partOfficerFor = (
  ticket: Routed & Held,
  office: Office,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined => leastLoaded(office, ticket, officers, loads);

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
