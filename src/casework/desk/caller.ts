import { defined } from "../../defined.ts";
import type { Act } from "../../vocabulary/acts.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { operatorKeys } from "../access.ts";
import type { ActGuard } from "../act-guard.ts";
import { mayDo } from "../apply.ts";
import { isOnlyForMarked } from "../category.ts";
import type { Officer } from "../officer.ts";
import { ticketWithoutEntries } from "../past.ts";
import { isOpenToAll } from "../place-access.ts";
import { maySee, type Sight, sightOf } from "../sight.ts";
import type { Ticket, TicketHead, WithoutThread } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/**
 * The person who makes a request. Without `officer` this is the operator, who reads and answers nothing confidential.
 * The thread shows the name `by`.
 */
export type Caller = { officer?: Officer | undefined; by: string };

/** `expect` is the version of the ticket on the caller's screen. */
export type ExpectedVersion = { expect?: number | undefined };

type DeskStore = Pick<Desk, "store" | "districts">;

/**
 * Returns a caller's name for the ids of the caller's acts. An officer's id contains no `@`, so the operator's name
 * is unique.
 */
export const callerKey = ({ officer }: Pick<Caller, "officer">): string => officer?.id ?? "@operator";

/** Returns the reasons that Disdukcapil repairs in this district. Its officers see the tickets with these reasons. */
export const ownedReasons = ({ districts }: Pick<Desk, "districts">, district: string): string[] =>
  Object.values(districts.get(district)?.reasons ?? {}).flatMap(({ reason, repaired_by }) =>
    repaired_by === "disdukcapil" ? [reason] : [],
  );

export const isVisibleTo = (desk: Pick<Desk, "districts">, officer: Officer, ticket: WithoutThread): boolean =>
  maySee(officer, ticket, ownedReasons(desk, officer.district));

/**
 * Returns the sight for a caller's lists: an officer's own sight or, for the operator, all tickets that operators may
 * know of.
 */
export const sightFor = (desk: Pick<Desk, "districts">, officer: Officer | undefined, district: string): Sight =>
  officer
    ? (sightOf(officer, ownedReasons(desk, officer.district)) ?? { district, keys: [] })
    : { district, keys: operatorKeys(district) };

/**
 * Whether this caller may read a ticket's words. An officer reads every ticket that they may see. An operator may
 * know of more tickets than they may read: they read only tickets that every officer of the place reads.
 */
export const mayRead = (
  desk: Pick<Desk, "districts">,
  { officer }: Pick<Caller, "officer">,
  ticket: WithoutThread,
): boolean => (officer ? isVisibleTo(desk, officer, ticket) : isOpenToAll(ticket));

/** Loads a ticket without its thread, since assigning and the checks of an act need no entry of the thread. */
export async function findTicket({ store }: Pick<Desk, "store">, number: string): Promise<Ticket | undefined> {
  const head = await store.head(number);
  return head && ticketWithoutEntries(head);
}

/**
 * Loads a ticket for an act, without its thread. Rejects with TICKET_UNKNOWN if the caller may not see it, and with
 * NOT_YOURS if the caller may not do the act.
 */
export const requireTicket = async (
  desk: DeskStore,
  number: string,
  caller: Pick<Caller, "officer">,
  act: Act,
): Promise<Ticket> => requireSeen(desk, await findTicket(desk, number), caller, act);

/** Loads the head of a ticket for an act that changes nothing. Rejects as `requireTicket` does. */
export const requireHead = async (
  desk: DeskStore,
  number: string,
  caller: Pick<Caller, "officer">,
  act: Act,
): Promise<TicketHead> => requireSeen(desk, await desk.store.head(number), caller, act);

/**
 * The acts that answer or end a ticket. A caller who may not read a ticket's words may not do these acts. An operator
 * may still hand such a ticket on, correct its head and write a note.
 */
const ANSWERING: readonly Act[] = ["answer", "ask", "proceed", "repair", "close"];

const confidentialError = ({ number }: Pick<Ticket, "number">): AppError =>
  new AppError("CONFIDENTIAL", `${number} is confidential: only a marked officer opens it, as themselves`);

/**
 * Checks that the caller may see a loaded ticket and may do this act. Throws the errors of `requireTicket`. Throws
 * CONFIDENTIAL if an operator would answer words that operators may not read.
 */
export function requireSeen<T extends WithoutThread>(
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
    throw new AppError("NOT_YOURS", `${officer.id} may not ${act} ${ticket.number}: it is not in their list`);
  }
  return ticket;
}

/** Returns the values that the store checks when it applies an act. `request` is the caller's whole request. */
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

/**
 * Loads the head of a ticket for a caller who is about to read its words or numbers. Rejects as `requireTicket` does,
 * and with CONFIDENTIAL if the caller may know of the ticket but not read it.
 */
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
