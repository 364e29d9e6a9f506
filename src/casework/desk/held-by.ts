import type { Store } from "../../store/ports/store.ts";
import { heldKeys } from "../access.ts";
import type { Officer } from "../officer.ts";
import type { TicketHead } from "../ticket.ts";

/** The open tickets of an officer, in every lane, newest last; those that they may see no more are among them. */
export async function heldBy(
  store: Pick<Store, "list">,
  { id, district }: Pick<Officer, "id" | "district">,
  { limit }: { limit: number },
): Promise<TicketHead[]> {
  const sight = { district, keys: heldKeys(district, id) };
  return (await store.list({ sight, open: true, limit })).heads.reverse();
}
