import type { Messaging } from "../../messaging/messaging.ts";
import { nextRing } from "../reminder.ts";
import type { Ticket } from "../ticket.ts";

/** Asks for a wake-up when the next reminder or notice is due; the sweeper gives it where it is lost. */
export async function ringAhead(
  { queue, calendar }: Pick<Messaging, "queue" | "calendar">,
  ticket: Ticket,
): Promise<void> {
  const at = nextRing(ticket, calendar);
  if (at === undefined) return;
  const { number } = ticket;
  await queue.wake("complaints", { number }, { delay: Math.max(at - Date.now(), 1) });
}
