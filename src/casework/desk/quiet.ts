import { kindTable } from "../kinds/index.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";
import { wakeAhead } from "./wake-ahead.ts";

/**
 * Puts a ticket's reminders and notices off to the morning where it is night, and says whether it did: all that was due
 * while the service was away too. Officers hear of somebody in danger at any hour.
 */
export async function waitsForMorning(desk: Desk, ticket: Ticket, now: number): Promise<boolean> {
  if (kindTable(ticket.kind).told === "at-any-hour") return false;
  const until = desk.quietUntil(now, ticket.district);
  if (until <= now) return false;
  const event = { type: "put-off" as const, id: `quiet-${until}`, at: now, by: "system", text: "", until };
  await wakeAhead(desk, await desk.store.changeTicket(ticket.number, event));
  return true;
}
