import type { Ticket, TicketEvent } from "./ticket.ts";

/** The thread with a reminder in it: of those that tell of one missed clock again and again the first and the newest stay. */
export function remindedOf({ events }: Ticket, event: TicketEvent & { type: "remind" }): TicketEvent[] {
  const same = events.filter(
    (one) => one.type === "remind" && one.late && event.late && one.due === event.due && one.part === event.part,
  );
  const older = new Set(same.slice(1));
  return [...events.filter((one) => !older.has(one)), event];
}
