import type { Ticket, TicketEvent } from "./ticket.ts";

/**
 * Returns the thread with a reminder added. Of the reminders that repeat one missed clock, only the first and the
 * newest stay.
 */
export function withReminder({ events }: Ticket, event: TicketEvent & { type: "remind" }): TicketEvent[] {
  const same = events.filter(
    (one) => one.type === "remind" && one.late && event.late && one.due === event.due && one.part === event.part,
  );
  const older = new Set(same.slice(1));
  return [...events.filter((one) => !older.has(one)), event];
}
