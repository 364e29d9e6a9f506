import type { TicketEvent, TicketHead } from "../casework/ticket.ts";
import type { Tickets } from "../store/ports/tickets.ts";

export type ReadingThreads = Pick<Tickets, "thread">;

const LAST_PAGE = 4;

/**
 * Returns at most `limit` wanted entries, the newest last. Reads from the thread's end, because unsealing takes time.
 */
export async function findNewestEntries(
  store: ReadingThreads,
  { number, entries: length }: Pick<TicketHead, "number" | "entries">,
  { isWanted, limit }: { isWanted(entry: TicketEvent): boolean; limit: number },
): Promise<TicketEvent[]> {
  const found: TicketEvent[] = [];
  let size = LAST_PAGE;
  for (let end = length; end > 0 && found.length < limit; size *= 2) {
    const from = Math.max(end - size, 0);
    const page = await store.thread(number, { after: from - 1, limit: end - from });
    found.unshift(...(page?.entries ?? []).filter(isWanted));
    end = from;
  }
  return found.slice(-limit);
}
