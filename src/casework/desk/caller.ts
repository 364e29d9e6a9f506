import type { Messaging } from "../../messaging/messaging.ts";
import type { Act } from "../../vocabulary/acts.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { operatorKeys } from "../access.ts";
import { rule } from "../category.ts";
import { mayDo } from "../may-do.ts";
import type { Officer } from "../officer.ts";
import { maySee, type Sight, sightOf } from "../sight.ts";
import type { Ticket } from "../ticket.ts";

/** Who calls: an officer with their own rights, or the operator, who may do every act, reads nothing confidential and signs as `by`. */
export type Caller = { officer?: Officer | undefined; by: string };

type Knowing = Pick<Messaging, "store" | "districts">;

/** Names a caller in the ids of their acts; no officer's id holds an `@`. */
export const callerKey = ({ officer }: Pick<Caller, "officer">): string => officer?.id ?? "@operator";

/** The reasons whose repair is Disdukcapil's in a district: their tickets are what its officers see. */
export const ownedReasons = ({ districts }: Pick<Messaging, "districts">, district: string): string[] =>
  Object.values(districts.get(district)?.reasons ?? {}).flatMap(({ reason, repaired_by }) =>
    repaired_by === "disdukcapil" ? [reason] : [],
  );

export const seenBy = (messaging: Pick<Messaging, "districts">, officer: Officer, ticket: Ticket): boolean =>
  maySee(officer, ticket, ownedReasons(messaging, officer.district));

/** What a caller's lists hold: an officer's own, or what operators know of. */
export const sightFor = (
  messaging: Pick<Messaging, "districts">,
  officer: Officer | undefined,
  district: string,
): Sight =>
  officer
    ? (sightOf(officer, ownedReasons(messaging, officer.district)) ?? { district, keys: [] })
    : { district, keys: operatorKeys(district) };

/** Seen by marked officers and by nobody else: an operator has no business there either. */
export const isOnlyMarked = ({ category }: Pick<Ticket, "category">): boolean =>
  rule(category).onlyMarked !== undefined;

/** Whether the words of a ticket are for this caller: an officer by their sight, an operator what everybody serving its place reads. */
export const mayRead = (
  messaging: Pick<Messaging, "districts">,
  { officer }: Pick<Caller, "officer">,
  ticket: Ticket,
): boolean => (officer ? seenBy(messaging, officer, ticket) : !ticket.sensitive && !isOnlyMarked(ticket));

/** A ticket for an act. Rejects with TICKET_UNKNOWN for what the caller may not see, with NOT_YOURS for what they may not do. */
export async function ticketFor(
  messaging: Knowing,
  number: string,
  { officer }: Pick<Caller, "officer">,
  act: Act,
): Promise<Ticket> {
  const ticket = await messaging.store.ticket(number);
  const isSeen = ticket && (officer ? seenBy(messaging, officer, ticket) : !isOnlyMarked(ticket));
  if (!isSeen) {
    throw new AppError("TICKET_UNKNOWN", "no such ticket");
  }
  if (officer && !mayDo(officer, ticket, act)) {
    throw new AppError("NOT_YOURS", `${officer.id} may not ${act} ${number}: it is not in their list`);
  }
  return ticket;
}

/** A ticket whose words or numbers its caller is to read. Rejects with CONFIDENTIAL for an operator where few may, and as `ticketFor` does. */
export async function ticketToRead(
  messaging: Knowing,
  number: string,
  caller: Pick<Caller, "officer">,
  act: "read" | "reveal",
): Promise<Ticket> {
  const ticket = await ticketFor(messaging, number, caller, act);
  if (mayRead(messaging, caller, ticket)) return ticket;
  throw new AppError("CONFIDENTIAL", `${number} is confidential: only a marked officer opens it, as themselves`);
}
