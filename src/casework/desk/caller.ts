import { defined } from "../../defined.ts";
import type { Act } from "../../vocabulary/acts.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { holdersOf, operatorKeys } from "../access.ts";
import { actId } from "../act-id.ts";
import { mayDo } from "../apply.ts";
import { isOnlyForMarked } from "../category.ts";
import type { Officer } from "../officer.ts";
import { ticketWithoutEntries } from "../past.ts";
import { isOpenToAll } from "../place-access.ts";
import { maySee, type Sight, sightOf } from "../sight.ts";
import type { ActGuard } from "../stale-act.ts";
import type { Ticket, TicketHead, WithoutThread } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** Without `officer`, the caller is an operator. */
export type Caller = { officer?: Officer | undefined; by: string };

/** `expect` is the version of the ticket on the caller's screen. */
export type ExpectedVersion = { expect?: number | undefined };

type DeskStore = Pick<Desk, "store" | "districts">;

export const callerKey = ({ officer }: Pick<Caller, "officer">): string => officer?.id ?? "@operator";

export const actIdOf = (caller: Pick<Caller, "officer">, id: string): string => actId(callerKey(caller), id);

export const reasonsOfDisdukcapil = ({ districts }: Pick<Desk, "districts">, district: string): string[] =>
  Object.values(districts.get(district)?.reasons ?? {}).flatMap(({ reason, repaired_by }) =>
    repaired_by === "disdukcapil" ? [reason] : [],
  );

export const isVisibleTo = (desk: Pick<Desk, "districts">, officer: Officer, ticket: WithoutThread): boolean =>
  maySee(officer, ticket, reasonsOfDisdukcapil(desk, officer.district));

export const sightFor = (desk: Pick<Desk, "districts">, officer: Officer | undefined, district: string): Sight =>
  officer
    ? (sightOf(officer, reasonsOfDisdukcapil(desk, officer.district)) ?? { district, keys: [] })
    : { district, keys: operatorKeys(district) };

/** A caller may see a ticket without the right to read its words. */
export const mayRead = (
  desk: Pick<Desk, "districts">,
  { officer }: Pick<Caller, "officer">,
  ticket: WithoutThread,
): boolean => (officer ? isVisibleTo(desk, officer, ticket) : isOpenToAll(ticket));

/** Loads a ticket without the entries of its thread. */
export async function findTicketWithoutEntries(
  { store }: Pick<Desk, "store">,
  number: string,
): Promise<Ticket | undefined> {
  const head = await store.head(number);
  return head && ticketWithoutEntries(head);
}

/** Rejects as `requireAllowedAct` does. */
export const requireTicket = async (
  desk: DeskStore,
  number: string,
  caller: Pick<Caller, "officer">,
  act: Act,
): Promise<Ticket> => requireAllowedAct(desk, await findTicketWithoutEntries(desk, number), caller, act);

/** Rejects as `requireAllowedAct` does. */
export const requireHead = async (
  desk: DeskStore,
  number: string,
  caller: Pick<Caller, "officer">,
  act: Act,
): Promise<TicketHead> => requireAllowedAct(desk, await desk.store.head(number), caller, act);

const ANSWERING: readonly Act[] = ["answer", "ask", "proceed", "repair", "close"];

const confidentialError = ({ number }: Pick<Ticket, "number">): AppError =>
  new AppError("CONFIDENTIAL", `${number} is confidential: only a marked officer opens it, as themselves`);

/**
 * Returns the ticket if the caller may see it and may do this act. Throws:
 * - TICKET_UNKNOWN: there is no such ticket, or the caller may not see it.
 * - NOT_YOURS: the officer may not do this act.
 * - CONFIDENTIAL: an operator would answer or end a ticket whose words operators may not read.
 */
export function requireAllowedAct<T extends WithoutThread>(
  desk: Pick<Desk, "districts">,
  ticket: T | undefined,
  { officer }: Pick<Caller, "officer">,
  act: Act,
): T {
  const isSeen = ticket && (officer ? isVisibleTo(desk, officer, ticket) : !isOnlyForMarked(ticket.category));
  if (!isSeen) {
    throw new AppError("TICKET_UNKNOWN", "no such ticket");
  }
  if (!officer && !isOpenToAll(ticket) && ANSWERING.includes(act)) throw confidentialError(ticket);
  if (officer && !mayDo(officer, ticket, act)) {
    const isTheirs = holdersOf(ticket).includes(officer.id);
    const why = isTheirs ? "they work on it, but this act is for another officer" : "it is not in their list";
    throw new AppError("NOT_YOURS", `${officer.id} may not ${act} ${ticket.number}: ${why}`);
  }
  return ticket;
}

/** The store refuses a repeated act id if its `request` differs. */
export const guardOf = (
  desk: Pick<Desk, "districts">,
  { officer, expect }: Pick<Caller, "officer"> & ExpectedVersion,
  { district }: Pick<Ticket, "district">,
  request?: unknown,
): ActGuard => ({
  sight: sightFor(desk, officer, district),
  ...defined({ expect }),
  ...(request === undefined ? {} : { request: JSON.stringify(request) }),
});

/** Rejects as `requireHead` does, and with CONFIDENTIAL if the caller may not read the ticket's words. */
export async function requireReadableHead(
  desk: DeskStore,
  number: string,
  caller: Pick<Caller, "officer">,
  act: "read" | "reveal",
): Promise<TicketHead> {
  const ticket = await requireHead(desk, number, caller, act);
  if (mayRead(desk, caller, ticket)) return ticket;
  throw confidentialError(ticket);
}
