import { lengthOf } from "../../casework/past.ts";
import type { Ticket, TicketHead } from "../../casework/ticket.ts";
import { ticketColumns } from "../ticket-columns.ts";
import { openHead, sealHead } from "../ticket-thread.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";

export const HEAD = { entries: 0, arriving: 0, unsent: 0, unlogged: 0 } as const;
export const FOR_THREAD = { unsent: 0, unlogged: 0 } as const;

type OfHead = Pick<TicketDoc, "_id" | "revision" | "sealed" | "length">;

export const headOf = ({ vault }: Pick<Context, "vault">, { _id, revision, sealed, length = 0 }: OfHead): TicketHead =>
  openHead(vault, { number: _id, version: revision, sealed }, length);

export const columns = ({ vault, calendar }: Pick<Context, "vault" | "calendar">, ticket: Ticket) => ({
  ...ticketColumns(vault, calendar, ticket),
  length: lengthOf(ticket),
  sealed: sealHead(vault, ticket),
});
