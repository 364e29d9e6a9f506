import { isBarred, type Key, keysFor, keysOf } from "./access.ts";
import type { Officer } from "./officer.ts";
import type { Ticket } from "./ticket.ts";

type Seen = Parameters<typeof keysOf>[0];

/** The limits of what a reader may see, as data: with them a store lists exactly the tickets that `inSight` lets through. */
export type Sight = {
  district: string;
  keys: readonly Key[];
  /** The officer whose bars count; absent where the reader is no officer. */
  officer?: string;
};

/** `owned` are the reasons whose repair is Disdukcapil's; `undefined` for an officer who is off, and sees nothing. */
export function sightOf(officer: Officer, owned: readonly string[] = []): Sight | undefined {
  const { id, district, active } = officer;
  return active ? { district, officer: id, keys: keysFor(officer, owned) } : undefined;
}

/** The one rule of who may see a ticket. */
export function inSight({ keys, officer }: Sight, ticket: Seen): boolean {
  if (officer !== undefined && isBarred(officer, ticket)) return false;
  return keysOf(ticket).some((key) => keys.includes(key));
}

/** Whether an officer may see a ticket at all. */
export function maySee(officer: Officer, ticket: Seen & Pick<Ticket, "district">, owned?: readonly string[]): boolean {
  const sight = sightOf(officer, owned);
  return sight !== undefined && inSight(sight, ticket);
}
