import { nextWakeUpAt } from "../reminder.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** If the queue loses this wake-up, the sweeper wakes a worker. */
export async function scheduleWakeUp(
  { queue, calendar }: Pick<Desk, "queue" | "calendar">,
  ticket: Ticket,
): Promise<void> {
  const at = nextWakeUpAt(ticket, calendar);
  if (at === undefined) return;
  const { number } = ticket;
  await queue.wake("complaints", { number }, { delay: Math.max(at - Date.now(), 1) });
}
