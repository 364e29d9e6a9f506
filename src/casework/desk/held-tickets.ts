import type { Store } from "../../store/ports/store.ts";
import { heldKeys } from "../access.ts";
import type { Officer } from "../officer.ts";
import type { TicketHead } from "../ticket.ts";

/** Returns the newest last, including tickets that the officer may not see. */
export async function findHeldTickets(
  store: Pick<Store, "list">,
  { id, district }: Pick<Officer, "id" | "district">,
  { limit }: { limit: number },
): Promise<TicketHead[]> {
  const sight = { district, keys: heldKeys(district, id) };
  return (await store.list({ sight, open: true, limit })).heads.reverse();
}
