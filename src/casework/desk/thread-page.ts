import { defined } from "../../defined.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import type { Ticket } from "../ticket.ts";
import { type Caller, mayRead, requireHead } from "./caller.ts";
import type { Desk } from "./desk.ts";

/** A ticket with a page of its thread, the newest entry last; `next` leads to the older ones, absent where there are none. */
type ThreadPage = { ticket: Ticket; next?: string };

/**
 * Loads a ticket as its caller sees it, with the newest entries of its thread, or those before `after`. Of what the caller may
 * not read no entry is opened. Rejects as `requireTicket` does.
 */
export async function findThreadPage(
  desk: Pick<Desk, "store" | "districts">,
  number: string,
  caller: Pick<Caller, "officer">,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<ThreadPage> {
  const { entries: length, ...head } = await requireHead(desk, number, caller, "read");
  if (!mayRead(desk, caller, head)) return { ticket: { ...head, events: [] } };
  const end = after === undefined ? length : Math.min(placeIn(after), length);
  const from = Math.max(end - limit, 0);
  const page = from < end ? await desk.store.thread(number, { after: from - 1, limit: end - from }) : undefined;
  // What was written after the head was read may have taken the ticket out of this caller's sight.
  const events = (page?.entries ?? []).filter(({ version = 0 }) => version <= head.version);
  return { ticket: { ...head, events }, ...defined({ next: from > 0 ? String(from) : undefined }) };
}

function placeIn(after: string): number {
  if (!/^\d{1,9}$/.test(after)) throw wrongField("after", "no such page");
  return Number(after);
}
