import { AppError, wrongField } from "../../vocabulary/errors.ts";
import type { Text } from "../../vocabulary/message.ts";
import { rule } from "../category.ts";
import type { DataRight } from "../kinds/kind.ts";
import type { Officer } from "../officer.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { type Caller, callerKey, type ExpectedVersion, guardOf, requireTicket } from "./caller.ts";
import { commitWithMessage } from "./commit-with-message.ts";
import type { Desk } from "./desk.ts";
import { auditAct } from "./reveal.ts";
import { composeTicketMessage } from "./ticket-words.ts";

type OwnRequest = { ticket: Ticket; conversation: string; by: string };

type BegunRequest<Checked> = OwnRequest & ({ done: true } | { done: false; checked: Checked });

type Check<Checked> = (ticket: Ticket, conversation: string, officer: Officer) => Promise<Checked>;

export async function waitsForAct(desk: Pick<Desk, "store">, ticket: Ticket): Promise<boolean> {
  const { fulfilledBy } = rule(ticket.category);
  return ticket.conversation !== undefined && fulfilledBy !== undefined && !(await isDone(desk, ticket, fulfilledBy));
}

const endIdOf = (right: DataRight): string => `right-${right}`;

/**
 * Rejects as `requireTicket` and `check` do, and with:
 * - FORBIDDEN: the caller is not an officer of the Dinsos.
 * - BAD_REQUEST: the ticket does not ask for `right`, or has no chat.
 * - TICKET_CLOSED: an officer has closed the ticket without fulfilling the request.
 * - STALE: the ticket has changed.
 */
export async function beginDataRequest<Checked>(
  desk: Desk,
  number: string,
  caller: Caller & ExpectedVersion,
  right: DataRight,
  check: Check<Checked>,
): Promise<BegunRequest<Checked>> {
  const { officer, by } = caller;
  const ticket = await requireTicket(desk, number, caller, "close");
  if (officer?.rung !== "dinsos")
    throw new AppError("FORBIDDEN", "only an officer of the Dinsos fulfils such a request");
  const { category, conversation } = ticket;
  if (rule(category).fulfilledBy !== right) throw wrongField("number", `${number} asks for ${category}`);
  if (!conversation) throw wrongField("number", `${number} has no chat`);
  if (await isDone(desk, ticket, right)) return { ticket, conversation, by, done: true };
  checkOpen(ticket);
  const checked = await check(ticket, conversation, officer);
  const begun = await noteBeginning(desk, ticket, caller, right);
  if (await isDone(desk, begun, right)) return { ticket: begun, conversation, by, done: true };
  checkOpen(begun);
  await auditAct(desk, { actor: officer.id, action: right, subject: number, reason: category });
  return { ticket, conversation, by, done: false, checked };
}

export const entryIdsOf = (right: DataRight, caller: Pick<Caller, "officer">): string[] => [
  `${endIdOf(right)}-by-${callerKey(caller)}`,
  endIdOf(right),
];

export const checkNothing: Check<void> = async () => undefined;

const isDone = async (
  { store }: Pick<Desk, "store">,
  { number }: Pick<Ticket, "number">,
  right: DataRight,
): Promise<boolean> => (await store.findEntry(number, endIdOf(right))) !== undefined;

function checkOpen({ number, state }: Ticket): void {
  if (state === "closed") throw new AppError("TICKET_CLOSED", `ticket ${number} is closed`);
}

/** Two officers may begin an `export` at the same time, but not an erasure. */
function noteBeginning(
  desk: Desk,
  ticket: Ticket,
  caller: Caller & ExpectedVersion,
  right: DataRight,
): Promise<Ticket> {
  const [id = ""] = entryIdsOf(right, caller);
  const event: TicketEvent = {
    type: "note",
    id,
    at: Date.now(),
    by: caller.by,
    text: desk.translate(ticket.locale, { key: `privacy.begun.${right}` }),
  };
  const expect = caller.expect ?? (right === "export" ? undefined : ticket.version);
  return desk.store.changeTicket(ticket.number, event, undefined, guardOf(desk, { ...caller, expect }, ticket));
}

/**
 * `isFirst`: whether this call closed the ticket. The thread keeps only `parts[0]`, because other parts may name secret
 * tickets.
 */
export async function sendConfirmation(
  desk: Desk,
  { ticket, conversation, by }: OwnRequest,
  right: DataRight,
  parts: Text[],
): Promise<{ ticket: Ticket; isFirst: boolean }> {
  const id = endIdOf(right);
  const [words, ...more] = (await composeTicketMessage(desk, ticket, { parts })) ?? [];
  const [head] = parts;
  const event: TicketEvent = {
    type: "close",
    id,
    at: Date.now(),
    by,
    text: words && head ? desk.translate(ticket.locale, head) : "",
  };
  const ended = await commitWithMessage(desk, { ...ticket, conversation }, event, words);
  for (const [index, body] of more.entries())
    await desk.store.addOutbound(conversation, `${ticket.number}-${id}-${index + 2}`, body);
  if (more.length > 0) await desk.queue.wake("outbound", { conversation });
  const isFirst = ended.events.some((one) => one.id === id && one.by === by && one.at === event.at);
  return { ticket: ended, isFirst };
}
