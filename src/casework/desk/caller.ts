import type { Act } from "../../vocabulary/acts.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { operatorKeys } from "../access.ts";
import type { ActGuard } from "../act-guard.ts";
import { mayDo } from "../apply.ts";
import { rule } from "../category.ts";
import type { Officer } from "../officer.ts";
import { maySee, type Sight, sightOf } from "../sight.ts";
import type { Ticket, WithoutThread } from "../ticket.ts";
import type { Desk } from "./desk.ts";

/** Who calls: an officer with their own rights, or the operator, who may do every act, reads nothing confidential and signs as `by`. */
export type Caller = { officer?: Officer | undefined; by: string };

/** The version of the ticket that was on the caller's screen. */
export type Expecting = { expect?: number | undefined };

type Knowing = Pick<Desk, "store" | "districts">;

/** Names a caller in the ids of their acts; no officer's id holds an `@`. */
export const callerKey = ({ officer }: Pick<Caller, "officer">): string => officer?.id ?? "@operator";

/** The reasons whose repair is Disdukcapil's in a district: their tickets are what its officers see. */
export const ownedReasons = ({ districts }: Pick<Desk, "districts">, district: string): string[] =>
  Object.values(districts.get(district)?.reasons ?? {}).flatMap(({ reason, repaired_by }) =>
    repaired_by === "disdukcapil" ? [reason] : [],
  );

export const seenBy = (desk: Pick<Desk, "districts">, officer: Officer, ticket: WithoutThread): boolean =>
  maySee(officer, ticket, ownedReasons(desk, officer.district));

/** The tickets of a caller's lists: those of an officer, or those that operators may know of. */
export const sightFor = (desk: Pick<Desk, "districts">, officer: Officer | undefined, district: string): Sight =>
  officer
    ? (sightOf(officer, ownedReasons(desk, officer.district)) ?? { district, keys: [] })
    : { district, keys: operatorKeys(district) };

/** Seen by marked officers and by nobody else: an operator has no business there either. */
export const isOnlyMarked = ({ category }: Pick<Ticket, "category">): boolean =>
  rule(category).onlyMarked !== undefined;

/** Whether the words of a ticket are for this caller: an officer by their sight, an operator what everybody serving its place reads. */
export const mayRead = (
  desk: Pick<Desk, "districts">,
  { officer }: Pick<Caller, "officer">,
  ticket: WithoutThread,
): boolean => (officer ? seenBy(desk, officer, ticket) : !ticket.sensitive && !isOnlyMarked(ticket));

/** A ticket for an act. Rejects with TICKET_UNKNOWN for what the caller may not see, with NOT_YOURS for what they may not do. */
export async function ticketFor(
  desk: Knowing,
  number: string,
  { officer }: Pick<Caller, "officer">,
  act: Act,
): Promise<Ticket> {
  const ticket = await desk.store.ticket(number);
  const isSeen = ticket && (officer ? seenBy(desk, officer, ticket) : !isOnlyMarked(ticket));
  if (!isSeen) {
    throw new AppError("TICKET_UNKNOWN", "no such ticket");
  }
  if (officer && !mayDo(officer, ticket, act)) {
    throw new AppError("NOT_YOURS", `${officer.id} may not ${act} ${number}: it is not in their list`);
  }
  return ticket;
}

/** What holds an act in the step that changes its ticket; `words` is all that its caller gave. */
export const guardOf = (
  desk: Pick<Desk, "districts">,
  { officer, expect }: Pick<Caller, "officer"> & Expecting,
  { district }: Pick<Ticket, "district">,
  words?: unknown,
): ActGuard => ({
  sight: sightFor(desk, officer, district),
  ...(expect === undefined ? {} : { expect }),
  ...(words === undefined ? {} : { words: JSON.stringify(words) }),
});

/** A ticket whose words or numbers its caller is to read. Rejects with CONFIDENTIAL for an operator where few may, and as `ticketFor` does. */
export async function ticketToRead(
  desk: Knowing,
  number: string,
  caller: Pick<Caller, "officer">,
  act: "read" | "reveal",
): Promise<Ticket> {
  const ticket = await ticketFor(desk, number, caller, act);
  if (mayRead(desk, caller, ticket)) return ticket;
  throw new AppError("CONFIDENTIAL", `${number} is confidential: only a marked officer opens it, as themselves`);
}
