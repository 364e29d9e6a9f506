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

/** A citizen's request about their own data, and the chat that made it. */
type OwnRequest = { ticket: Ticket; conversation: string; by: string };

/**
 * `done: true`: the request was fulfilled before. `done: false`: an officer of the Dinsos is about to fulfil the
 * request, and `checked` is the result of its check.
 */
type BegunRequest<Checked> = OwnRequest & ({ done: true } | { done: false; checked: Checked });

type Check<Checked> = (ticket: Ticket, conversation: string, officer: Officer) => Promise<Checked>;

/**
 * Whether a request about data still waits for the act that fulfils it. Until then it cannot be closed as fulfilled.
 */
export async function waitsForAct(desk: Pick<Desk, "store">, ticket: Ticket): Promise<boolean> {
  const { fulfilledBy } = rule(ticket.category);
  return ticket.conversation !== undefined && fulfilledBy !== undefined && !(await isDone(desk, ticket, fulfilledBy));
}

const endIdOf = (right: DataRight): string => `right-${right}`;

/**
 * Loads a request for the act that fulfils it and runs `check`. Then notes in the thread and in the audit chain that
 * the act begins. Nothing is sent or erased yet.
 *
 * Rejects as `requireTicket` and `check` do. FORBIDDEN: the caller is an operator or of another rung than the Dinsos.
 * BAD_REQUEST: the ticket asks for something else or has no chat. TICKET_CLOSED: the ticket has ended in another way.
 * STALE: the ticket has changed since the version that the officer expects.
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

/** The check of a request that an officer can fulfil for every chat. It always passes. */
export const checkNothing: Check<void> = async () => undefined;

const isDone = async (
  { store }: Pick<Desk, "store">,
  { number }: Pick<Ticket, "number">,
  right: DataRight,
): Promise<boolean> => (await store.findEntry(number, endIdOf(right))) !== undefined;

function checkOpen({ number, state }: Ticket): void {
  if (state === "closed") throw new AppError("TICKET_CLOSED", `ticket ${number} is closed`);
}

/**
 * Notes in the thread that an officer begins. An erasure cannot be undone. So the commit of this note checks the
 * version that the officer expects, or else the version that was loaded. If two officers begin at the same time, the
 * second is refused before anything is erased. After an interruption, the thread has the note, and the same officer
 * continues.
 *
 * A copy without an expected version is not checked, since only its first receipt hands it out.
 */
function noteBeginning(
  desk: Desk,
  ticket: Ticket,
  caller: Caller & ExpectedVersion,
  right: DataRight,
): Promise<Ticket> {
  const event: TicketEvent = {
    type: "note",
    id: `${endIdOf(right)}-by-${callerKey(caller)}`,
    at: Date.now(),
    by: caller.by,
    text: desk.translate(ticket.locale, { key: `privacy.begun.${right}` }),
  };
  const expect = caller.expect ?? (right === "export" ? undefined : ticket.version);
  return desk.store.changeTicket(ticket.number, event, undefined, guardOf(desk, { ...caller, expect }, ticket));
}

/**
 * Ends the request and sends the citizen a receipt, in one commit and only once. `isFirst` says that this call ended
 * the request. The thread keeps only the first part of the receipt, since the others may name tickets that the
 * thread's readers do not see.
 *
 * If the receipt needs several messages, the others follow the commit. After a crash between them, a repeated call sends
 * the missing ones.
 */
export async function sendReceipt(
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
