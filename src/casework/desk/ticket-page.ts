import type { Store } from "../../store/ports/store.ts";
import type { TicketCursor, TicketFilter } from "../../store/ports/tickets.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import type { Sight } from "../sight.ts";
import type { TicketHead } from "../ticket.ts";

/** A page of a list, newest last; `next` leads to the older ones, absent where there are none. */
export type Page = { tickets: TicketHead[]; next?: string };

export async function pageOf(
  store: Pick<Store, "list">,
  sight: Sight,
  { limit, after, ...filter }: TicketFilter & { limit: number; after?: string | undefined },
): Promise<Page> {
  const from = after === undefined ? {} : { after: cursorIn(after) };
  const { heads, next } = await store.list({ ...filter, ...from, sight, limit });
  return { tickets: heads.reverse(), ...pageEnd(next) };
}

/** Where the next page begins, as its caller gives it back. */
export const pageEnd = (next: TicketCursor | undefined): Pick<Page, "next"> =>
  next ? { next: `${next.at}.${next.number}` } : {};

export function cursorIn(after: string): TicketCursor {
  const [, at, number] = /^(\d{1,15})\.([A-Z]{3}-\d{2}-\d{6,9}-\d)$/.exec(after) ?? [];
  if (!at || !number) throw wrongField("after", "no such page");
  return { at: Number(at), number };
}
