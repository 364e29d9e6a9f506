import { covers, type Officer, type Rung } from "../staff/officer.ts";
import type { Ticket } from "./ticket.ts";

type Routed = Pick<Ticket, "kind" | "sensitive" | "area" | "district">;

/**
 * Who is asked first, in order: the village or Puskesos, the TKSK, the Dinsos. A repair that Disdukcapil owns goes there;
 * what names an official and what a person asks about their own data goes to the Dinsos alone.
 */
export function ladder({ kind, sensitive }: Routed, owner?: "dinsos" | "disdukcapil"): Rung[] {
  if (sensitive || kind === "data") return ["dinsos"];
  if (kind === "repair" && owner === "disdukcapil") return ["disdukcapil", "dinsos"];
  return ["village", "tksk", "dinsos"];
}

/** Whether an officer may see a ticket at all: theirs, or one of their places, and never what names an official. */
export function maySee(officer: Officer, ticket: Routed & Pick<Ticket, "officer">): boolean {
  const { rung, sensitive, active, district, id } = officer;
  if (!active || district !== ticket.district) return false;
  if (ticket.sensitive) return rung === "dinsos" && sensitive;
  if (ticket.kind === "data") return rung === "dinsos";
  return ticket.officer === id || covers(officer, ticket.area);
}

/** The least loaded officer of the first rung that has one for the place; the Dinsos list where there is none. */
export function officerFor(
  ticket: Routed & Pick<Ticket, "officer">,
  officers: readonly Officer[],
  loads: Readonly<Record<string, number>>,
  owner?: "dinsos" | "disdukcapil",
): Officer | undefined {
  for (const rung of ladder(ticket, owner)) {
    const [first] = officers
      .filter((one) => one.rung === rung && covers(one, ticket.area) && maySee(one, ticket))
      .sort((a, b) => (loads[a.id] ?? 0) - (loads[b.id] ?? 0) || (a.id < b.id ? -1 : 1));
    if (first) return first;
  }
  return undefined;
}
