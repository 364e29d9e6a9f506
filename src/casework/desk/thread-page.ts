import { defined } from "../../defined.ts";
import { wrongField } from "../../vocabulary/errors.ts";
import { lengthOf } from "../past.ts";
import type { Ticket, TicketEvent, TicketHead, WholeTicket } from "../ticket.ts";
import { type Caller, mayRead, requireHead } from "./caller.ts";
import type { Desk } from "./desk.ts";

/** The newest entry is last. */
type ThreadPage = { ticket: WholeTicket; next?: string };

/**
 * Returns no entries if the caller may not read the ticket's words. Rejects as `requireHead` does, and with BAD_REQUEST
 * for a wrong `after`.
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
  const events = await readEntries(desk, head, from, end);
  return { ticket: { ...head, events }, ...defined({ next: from > 0 ? String(from) : undefined }) };
}

export async function readThread(desk: Pick<Desk, "store">, ticket: Ticket): Promise<WholeTicket> {
  const { unread = 0, events, ...head } = ticket;
  return { ...head, events: unread === 0 ? events : await readEntries(desk, head, 0, lengthOf(ticket)) };
}

export async function findAdded(
  { store }: Pick<Desk, "store">,
  { number, version: newest, events }: Ticket,
  ids: readonly string[] | undefined,
): Promise<TicketEvent[]> {
  if (!ids) return events.filter(({ version }) => version === newest);
  const entries = ids.map((id) => events.find((one) => one.id === id) ?? store.findEntry(number, id));
  return (await Promise.all(entries)).filter((entry) => entry !== undefined);
}

/** The caller may have lost the right to see newer entries. */
async function readEntries(
  { store }: Pick<Desk, "store">,
  { number, version: known }: Pick<TicketHead, "number" | "version">,
  from: number,
  to: number,
): Promise<TicketEvent[]> {
  const page = from < to ? await store.thread(number, { after: from - 1, limit: to - from }) : undefined;
  return (page?.entries ?? []).filter(({ version = 0 }) => version <= known);
}

function placeIn(after: string): number {
  if (!/^\d{1,9}$/.test(after)) throw wrongField("after", "no such page");
  return Number(after);
}
