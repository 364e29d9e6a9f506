import { isSameClock, pastOf, pastWithoutEntries, remindersOf } from "./past.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** The thread keeps only the first reminder of a late clock and the newest. */
export function withoutRepeatedReminders(ticket: Ticket, event: TicketEvent & { type: "remind" }): Ticket {
  const { unread = 0, events } = ticket;
  const past = pastOf(ticket);
  const first = remindersOf(past, event)?.late?.first;
  const isRepeat = (one: TicketEvent, index: number) =>
    one.type === "remind" && one.late && event.late && isSameClock(one, event) && unread + index !== first;
  const removed = events.flatMap((one, index) => (isRepeat(one, index) ? [unread + index] : []));
  if (removed.length === 0) return ticket;
  const kept = events.filter((_, index) => !removed.includes(unread + index));
  return { ...ticket, events: kept, past: pastWithoutEntries(past, removed) };
}
