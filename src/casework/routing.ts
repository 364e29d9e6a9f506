import type { Office, Rung } from "../vocabulary/lists.ts";
import { rule } from "./category.ts";
import { kindTable } from "./kinds/index.ts";
import { covers, type Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";
import { isCalledFirst, mayHoldUrgent, needsNeighbour } from "./urgent.ts";

type RoutingFields = Pick<Ticket, "kind" | "category" | "sensitive" | "doubt" | "area" | "district">;
type HolderFields = Pick<Ticket, "officer" | "beside" | "barred">;

export function ladderFor(
  { kind, sensitive, doubt, category }: RoutingFields,
  repairedBy?: "dinsos" | "disdukcapil",
): readonly Rung[] {
  const { readers, ladder: own, ladderOfDisdukcapil = own } = kindTable(kind);
  if (readers === "place" && (sensitive || doubt)) return ["dinsos"];
  return rule(category).ladder ?? (repairedBy === "disdukcapil" ? ladderOfDisdukcapil : own);
}

export function mayHold(officer: Officer, ticket: RoutingFields & HolderFields): boolean {
  const { rung, sensitive, active, district, id } = officer;
  if (!active || district !== ticket.district || ticket.barred?.includes(id)) return false;
  const inDanger = mayHoldUrgent(officer, ticket);
  if (inDanger !== undefined) return inDanger;
  if (ticket.sensitive) return rung === "dinsos" && sensitive;
  if (kindTable(ticket.kind).readers === "dinsos") return rung === "dinsos";
  if (ticket.doubt && rung !== "dinsos") return false;
  return covers(officer, ticket.area);
}

export function officerFor(
  ticket: RoutingFields & HolderFields,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
  repairedBy?: "dinsos" | "disdukcapil",
): Officer | undefined {
  for (const rung of ladderFor(ticket, repairedBy)) {
    const found = leastLoaded(rung, ticket, officers, loads);
    if (found) return found;
  }
  return undefined;
}

/** Prefers an officer of a higher rung than the assignee's. */
export function officerAfterDispute(
  ticket: RoutingFields & HolderFields,
  holder: Officer | undefined,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
  repairedBy?: "dinsos" | "disdukcapil",
): Officer | undefined {
  if (kindTable(ticket.kind).objection === "first-rung") return officerFor(ticket, officers, loads, repairedBy);
  const rungs = ladderFor(ticket, repairedBy);
  // A companion counts as an officer of the village.
  const above = rungs.indexOf(holder?.rung === "companion" ? "village" : (holder?.rung ?? "village")) + 1;
  for (const rung of rungs.slice(above)) {
    const found = leastLoaded(rung, ticket, officers, loads);
    if (found) return found;
  }
  return holder && mayHold(holder, ticket) ? holder : officerFor(ticket, officers, loads, repairedBy);
}

export const besideFor = (
  ticket: RoutingFields & HolderFields,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined =>
  needsNeighbour(ticket)
    ? (leastLoaded("village", ticket, officers, loads) ?? leastLoaded("tksk", ticket, officers, loads))
    : undefined;

export const partOfficerFor = (
  ticket: RoutingFields & HolderFields,
  office: Office,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined => leastLoaded(office, ticket, officers, loads);

export const dinsosOfficerFor = (
  ticket: RoutingFields & HolderFields,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
): Officer | undefined => leastLoaded("dinsos", ticket, officers, loads);

function leastLoaded(
  rung: Rung,
  ticket: RoutingFields & HolderFields,
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
