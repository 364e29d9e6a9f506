import { AppError } from "../vocabulary/errors.ts";
import type { Ticket } from "./ticket.ts";

/** Throws TICKET_TAKEN, with the assignee's name, if the ticket's assignee is not the one whom the caller expected. */
export function checkHolder({ number, officer, events }: Ticket, from: string | null): void {
  if ((officer ?? null) === from) return;
  const given = events.findLast((event) => event.type === "assign" && event.officer === officer);
  const holder = given?.text || (officer ?? "-");
  throw new AppError("TICKET_TAKEN", `${holder} has ticket ${number}`, { details: { values: { officer: holder } } });
}
