import { nextWakeUpAt } from "../reminder.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/**
 * Asks the queue to wake a worker when the ticket's next reminder or notice is due. If this wake-up is lost, the
 * sweeper wakes a worker.
 */
export async function scheduleWakeUp(
  { queue, calendar }: Pick<Desk, "queue" | "calendar">,
  ticket: Ticket,
): Promise<void> {
  const at = nextWakeUpAt(ticket, calendar);
  if (at === undefined) return;
  const { number } = ticket;
  await queue.wake("complaints", { number }, { delay: Math.max(at - Date.now(), 1) });
}
