import { type ActGuard, checkGuard } from "../../casework/act-guard.ts";
import { applyEvent } from "../../casework/apply.ts";
import { changeOf } from "../../casework/change.ts";
import { eventForState } from "../../casework/reopen.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import { withWordsHash } from "../words-hash.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";
import { arrivingOf, wholeTicket } from "./thread.ts";
import { columns } from "./ticket-head.ts";
import { ON_THE_WAY, sendWords } from "./ticket-words.ts";

/** Opens a ticket; the same number twice changes nothing. */
export async function insertTicket(context: Context, draft: TicketDraft): Promise<Ticket> {
  const ticket = newTicket(draft, context.calendar);
  const doc = {
    _id: ticket.number,
    revision: ticket.version,
    ...columns(context, ticket),
    entries: null,
    unlogged: [changeOf(undefined, ticket, context.clock.now())],
  };
  if (await insertOnce(context.at.ticket.insertOne(doc))) {
    await context.log.take(doc);
    return ticket;
  }
  return (await wholeTicket(context, ticket.number))?.ticket ?? ticket;
}

type Changed = { ticket: Ticket; waiting: Pick<TicketDoc, "_id" | keyof typeof ON_THE_WAY> };

/**
 * Changes a ticket whose revision nobody has raised meanwhile, else looks again. One update holds the change, its entries
 * of the thread, what the log of changes gets of it, and the words to its citizen; `waiting` are those that still have to
 * be taken further.
 */
async function change(
  context: Context,
  number: string,
  next: (ticket: Ticket) => Ticket,
  unsent?: NonNullable<TicketDoc["unsent"]>[number],
): Promise<Changed | undefined> {
  for (;;) {
    const whole = await wholeTicket(context, number);
    if (!whole) return undefined;
    const { doc, ticket } = whole;
    const changed = next(ticket);
    if (changed === ticket) return { ticket, waiting: doc };
    const waiting = await context.at.ticket.findOneAndUpdate(
      { _id: number, revision: doc.revision },
      {
        $set: { ...columns(context, changed), entries: null },
        $inc: { revision: 1 },
        $push: {
          unlogged: changeOf(ticket, changed, context.clock.now()),
          ...defined({ unsent }),
          arriving: { $each: arrivingOf(context, whole, changed) },
        },
      },
      { returnDocument: "after", projection: ON_THE_WAY },
    );
    if (waiting) return { ticket: changed, waiting };
  }
}

/** A citizen's addition: a ticket that has ended meanwhile keeps it as a note. */
export async function addToTicket(context: Context, number: string, event: TicketEvent): Promise<void> {
  const changed = await change(context, number, (ticket) => {
    return applyEvent(ticket, eventForState(ticket, event), context.calendar);
  });
  if (changed) await context.log.take(changed.waiting);
}

/** An act, with its words to the citizen in the same step. */
export async function changeTicket(
  context: Context,
  number: string,
  given: TicketEvent,
  message: OutboundBody | undefined,
  guard: ActGuard,
): Promise<Ticket> {
  const { vault, calendar, clock } = context;
  const event = withWordsHash(vault, given, guard);
  const id = "outbound" in event ? event.outbound : undefined;
  const unsent =
    message && id
      ? { id, sealed: vault.seal(message, `outbound ${id}`), mass: message.mass ?? false, at: clock.now() }
      : undefined;
  const step = (one: Ticket) => {
    checkGuard(one, event, guard);
    return applyEvent(one, event, calendar);
  };
  const changed = await change(context, number, step, unsent);
  if (!changed) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  const { ticket, waiting } = changed;
  await context.log.take(waiting);
  if (waiting.unsent?.some((one) => one.id === unsent?.id)) await sendWords(context, waiting);
  return ticket;
}
