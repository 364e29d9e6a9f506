import type { Store } from "../../store/ports/store.ts";
import type { TicketCursor, TicketFilter } from "../../store/ports/tickets.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import type { Sight } from "../sight.ts";
import type { TicketHead } from "../ticket.ts";

/** The newest ticket is last. */
export type Page = { tickets: TicketHead[]; next?: string };

export async function findPage(
  store: Pick<Store, "list">,
  sight: Sight,
  { limit, after, ...filter }: TicketFilter & { limit: number; after?: string | undefined },
): Promise<Page> {
  const from = after === undefined ? {} : { after: parseCursor(after) };
  const { heads, next } = await store.list({ ...filter, ...from, sight, limit });
  return { tickets: heads.reverse(), ...nextPage(next) };
}

export const nextPage = (next: TicketCursor | undefined): Pick<Page, "next"> =>
  next ? { next: `${next.at}.${next.number}` } : {};

export function parseCursor(after: string): TicketCursor {
  const [, at, number] = /^(\d{1,15})\.([A-Z]{3}-\d{2}-\d{6,9}-\d)$/.exec(after) ?? [];
  if (!at || !number) throw wrongField("after", "no such page");
  return { at: Number(at), number };
}
