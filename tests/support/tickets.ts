import { allKeys } from "../../src/casework/access.ts";
import type { TicketHead } from "../../src/casework/ticket.ts";
import type { Store } from "../../src/store/ports/store.ts";
import type { TicketFilter } from "../../src/store/ports/tickets.ts";

/** The newest ticket comes last. */
export async function ticketsIn(
  store: Pick<Store, "list">,
  { district = "lamongan", ...filter }: TicketFilter & { district?: string } = {},
): Promise<TicketHead[]> {
  const { heads } = await store.list({ ...filter, sight: { district, keys: allKeys(district) }, limit: 100_000 });
  return heads.reverse();
}
