import { nextWakeUp } from "../reminder.ts";
import type { Ticket } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** Asks for a wake-up when the next reminder or notice is due; the sweeper gives it where it is lost. */
export async function wakeAhead({ queue, calendar }: Pick<Desk, "queue" | "calendar">, ticket: Ticket): Promise<void> {
  const at = nextWakeUp(ticket, calendar);
  if (at === undefined) return;
  const { number } = ticket;
  await queue.wake("complaints", { number }, { delay: Math.max(at - Date.now(), 1) });
}
