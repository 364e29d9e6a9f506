import { AppError } from "../vocabulary/errors.ts";
import { pastOf } from "./past.ts";
import type { Ticket } from "./ticket.ts";

/** Throws TICKET_TAKEN if the assignee is not `from`. */
export function checkHolder(ticket: Ticket, from: string | null): void {
  const { number, officer } = ticket;
  if ((officer ?? null) === from) return;
  const { given } = pastOf(ticket);
  const name = given?.officer === officer ? given?.name : undefined;
  const holder = name || (officer ?? "-");
  throw new AppError("TICKET_TAKEN", `${holder} has ticket ${number}`, { details: { values: { officer: holder } } });
}
