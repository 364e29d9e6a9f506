import { kindTable } from "../kinds/index.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";

/** Returns true at night, after it has postponed reminders and notices to the morning. */
export async function postponeNotices(desk: Desk, ticket: Ticket, now: number): Promise<boolean> {
  if (kindTable(ticket.kind).told === "at-any-hour") return false;
  const until = desk.quietUntil(now, ticket.district);
  if (until <= now) return false;
  const event = { type: "put-off" as const, id: `quiet-${until}`, at: now, by: "system", text: "", until };
  await scheduleWakeUp(desk, await desk.store.changeTicket(ticket.number, event));
  return true;
}
