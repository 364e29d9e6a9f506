import type { Store } from "../../store/ports/store.ts";
import type { TicketFilter } from "../../store/ports/tickets.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import type { Ticket } from "../ticket.ts";

/** A page of a list, newest last; `next` leads to the older ones, absent where there are none. */
export type Page = { tickets: Ticket[]; next?: string };

export async function pageOf(
  store: Pick<Store, "tickets">,
  limit: number,
  after: string | undefined,
  filter: TicketFilter,
): Promise<Page> {
  const from = after === undefined ? {} : { after: cursorIn(after) };
  const found = await store.tickets({ ...filter, ...from, limit: limit + 1 });
  const tickets = found.slice(-limit);
  const [oldest] = tickets;
  if (!oldest || found.length <= limit) return { tickets };
  return { tickets, next: `${oldest.openedAt}.${oldest.number}` };
}

function cursorIn(after: string): { openedAt: number; number: string } {
  const [, openedAt, number] = /^(\d{1,15})\.([A-Z]{3}-\d{2}-\d{6,9}-\d)$/.exec(after) ?? [];
  if (!openedAt || !number) throw wrongField("after", "no such page");
  return { openedAt: Number(openedAt), number };
}
