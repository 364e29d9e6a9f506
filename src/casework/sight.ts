import { isBarred, type Key, keysFor, keysOf } from "./access.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type AccessFields = Parameters<typeof keysOf>[0];

/** A store lists exactly the tickets for which `inSight` returns true. */
export type Sight = {
  district: string;
  keys: readonly Key[];
  /** The officer from whom barred tickets are hidden; absent if the reader is no officer. */
  officer?: string;
};

/** An inactive officer has no sight; `owned` lists the reasons that Disdukcapil repairs. */
export function sightOf(officer: Officer, owned: readonly string[] = []): Sight | undefined {
  const { id, district, active } = officer;
  return active ? { district, officer: id, keys: keysFor(officer, owned) } : undefined;
}

/** Whether a reader may see a ticket; no other function may decide this. */
export function inSight({ keys, officer }: Sight, ticket: AccessFields): boolean {
  if (officer !== undefined && isBarred(officer, ticket)) return false;
  return keysOf(ticket).some((key) => keys.includes(key));
}

export function maySee(
  officer: Officer,
  ticket: AccessFields & Pick<Ticket, "district">,
  owned?: readonly string[],
): boolean {
  const sight = sightOf(officer, owned);
  return sight !== undefined && inSight(sight, ticket);
}
