import { isBarred, type Key, keysOfOfficer, keysOfTicket } from "./access.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type AccessFields = Parameters<typeof keysOfTicket>[0];

export type Sight = {
  district: string;
  keys: readonly Key[];
  officer?: string;
};

export function sightOf(officer: Officer, reasonsOfDisdukcapil: readonly string[] = []): Sight | undefined {
  const { id, district, active } = officer;
  return active ? { district, officer: id, keys: keysOfOfficer(officer, reasonsOfDisdukcapil) } : undefined;
}

/** All code must ask this function whether a reader may see a ticket. */
export function inSight({ keys, officer }: Sight, ticket: AccessFields): boolean {
  if (officer !== undefined && isBarred(officer, ticket)) return false;
  return keysOfTicket(ticket).some((key) => keys.includes(key));
}

export function maySee(
  officer: Officer,
  ticket: AccessFields & Pick<Ticket, "district">,
  reasonsOfDisdukcapil?: readonly string[],
): boolean {
  const sight = sightOf(officer, reasonsOfDisdukcapil);
  return sight !== undefined && inSight(sight, ticket);
}
