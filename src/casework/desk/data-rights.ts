import { AppError, wrongField } from "../../vocabulary/errors.ts";
import type { Text } from "../../vocabulary/message.ts";
import { checkExpected } from "../act-guard.ts";
import { rule } from "../category.ts";
import type { DataRight } from "../kinds/kind.ts";
import type { Officer } from "../officer.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { type Caller, type Expecting, sightFor, ticketFor } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { audited } from "./reveal.ts";
import { ticketWords } from "./ticket-words.ts";

/** A request about one's own data that an officer of the Dinsos is about to fulfil, in the chat that made it. */
export type Request = { ticket: Ticket; conversation: string; by: string; done: boolean };

/** Whether a request about data still waits for its act: it does not end as if that had been done. */
export function waitsForAct({ category, conversation, events }: Ticket): boolean {
  const { fulfilledBy } = rule(category);
  return conversation !== undefined && fulfilledBy !== undefined && !events.some(({ id }) => id === idOf(fulfilledBy));
}

const idOf = (right: DataRight): string => `right-${right}`;

/**
 * The request for an act, written into the audit chain before anything is done. Rejects with FORBIDDEN for anybody but an
 * officer of the Dinsos, with BAD_REQUEST for a ticket that asks for something else or has no chat, with TICKET_CLOSED for
 * one that has ended otherwise, and as `check` does.
 */
export async function dataRequest(
  desk: Desk,
  number: string,
  caller: Caller & Expecting,
  right: DataRight,
  check?: (officer: Officer, conversation: string) => Promise<void>,
): Promise<Request> {
  const { officer, by, expect } = caller;
  const ticket = await ticketFor(desk, number, caller, "close");
  if (officer?.rung !== "dinsos")
    throw new AppError("FORBIDDEN", "only an officer of the Dinsos fulfils such a request");
  const { category, conversation } = ticket;
  if (rule(category).fulfilledBy !== right) throw wrongField("number", `${number} asks for ${category}`);
  if (!conversation) throw wrongField("number", `${number} has no chat`);
  const done = ticket.events.some(({ id }) => id === idOf(right));
  if (!done && ticket.state === "closed") throw new AppError("TICKET_CLOSED", `ticket ${number} is closed`);
  // What is sent or erased cannot be taken back, so this is looked at before it and not when the request ends.
  if (!done && expect !== undefined) checkExpected(ticket, expect, sightFor(desk, officer, ticket.district));
  if (!done) await check?.(officer, conversation);
  if (!done) await audited(desk, { actor: officer.id, action: right, subject: number, reason: category });
  return { ticket, conversation, by, done };
}

/** Ends the request with a receipt to its citizen, in one step and once. The thread keeps its first part: what follows may name tickets that its readers do not see. */
export async function sendReceipt(
  desk: Desk,
  { ticket, conversation, by }: Request,
  right: DataRight,
  parts: Text[],
): Promise<Ticket> {
  const id = idOf(right);
  const [words] = (await ticketWords(desk, ticket, { parts })) ?? [];
  const [head] = parts;
  const event: TicketEvent = {
    type: "close",
    id,
    at: Date.now(),
    by,
    text: words && head ? desk.translate(ticket.locale, head) : "",
    ...(words ? { outbound: `${conversation}.${ticket.number}-${id}` } : {}),
  };
  const ended = await desk.store.changeTicket(ticket.number, event, words);
  await desk.queue.wake("outbound", { conversation });
  return ended;
}
