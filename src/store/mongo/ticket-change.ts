import { applyEvent } from "../../casework/apply.ts";
import { changeOf } from "../../casework/change.ts";
import { firstIndexNeeded } from "../../casework/past.ts";
import { eventForState } from "../../casework/reopen.ts";
import { type ActGuard, checkGuard } from "../../casework/stale-act.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import { entryKey } from "../ticket-thread.ts";
import { withWordsHash } from "../words-hash.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { findPlace, placesBetween } from "./entries.ts";
import { insertOnce } from "./errors.ts";
import { arrivingOf, hasPast, isUnchanged, type Opened, openPlaces, openWhole, readWhole } from "./thread.ts";
import { columns, headOf } from "./ticket-head.ts";
import { sendWords, UNMOVED } from "./ticket-words.ts";

/** A repeated number changes nothing. */
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
    await context.changeLog.take(doc);
    return ticket;
  }
  return (await readWhole(context, ticket.number)) ?? ticket;
}

type Changed = { ticket: Ticket; waiting: Pick<TicketDoc, "_id" | keyof typeof UNMOVED> };
type TicketChange = { event: TicketEvent; guard?: ActGuard; apply: (ticket: Ticket) => Ticket };

async function openForEvent(
  context: Context,
  number: string,
  { event, guard = {} }: TicketChange,
): Promise<Opened | undefined> {
  for (let revision: number | undefined; ; ) {
    const doc = await context.at.ticket.findOne({ _id: number });
    if (!doc) return undefined;
    const head = headOf(context, doc);
    // Without a change between two reads, a missing entry shows a damaged store.
    if (!hasPast(doc, head) || doc.revision === revision) {
      return { ...(await openWhole(context, doc)), kept: [] };
    }
    const { entries: length, ...rest } = head;
    const known = await findPlace(context, doc, entryKey(context.vault, number, event.id));
    const unread = firstIndexNeeded(head, event, { expect: guard.expect, known });
    const isNewer = known !== undefined && known >= length;
    const events = isNewer ? undefined : await openPlaces(context, doc, placesBetween(unread, length));
    if (events) return { doc, ticket: { ...rest, unread, events }, kept: events };
    revision = doc.revision;
  }
}

async function applyTo(
  context: Context,
  { doc, ticket }: Opened,
  { apply }: TicketChange,
): Promise<Ticket | undefined> {
  try {
    return apply(ticket);
  } catch (refusal) {
    if (await isUnchanged(context, doc)) throw refusal;
    return undefined;
  }
}

async function change(
  context: Context,
  number: string,
  ticketChange: TicketChange,
  unsent?: NonNullable<TicketDoc["unsent"]>[number],
): Promise<Changed | undefined> {
  for (;;) {
    const opened = await openForEvent(context, number, ticketChange);
    if (!opened) return undefined;
    const { doc, ticket } = opened;
    const changed = await applyTo(context, opened, ticketChange);
    if (!changed) continue;
    if (changed === ticket) return { ticket, waiting: doc };
    const waiting = await context.at.ticket.findOneAndUpdate(
      { _id: number, revision: doc.revision },
      {
        $set: { ...columns(context, changed), entries: null },
        $inc: { revision: 1 },
        $push: {
          unlogged: changeOf(ticket, changed, context.clock.now()),
          ...defined({ unsent }),
          arriving: { $each: arrivingOf(context, opened, changed) },
        },
      },
      { returnDocument: "after", projection: UNMOVED },
    );
    if (waiting) return { ticket: changed, waiting };
  }
}

export async function addToTicket(context: Context, number: string, event: TicketEvent): Promise<void> {
  const changed = await change(context, number, {
    event,
    apply: (ticket) => applyEvent(ticket, eventForState(ticket, event), context.calendar),
  });
  if (changed) await context.changeLog.take(changed.waiting);
}

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
  const apply = (one: Ticket) => {
    checkGuard(one, event, guard);
    return applyEvent(one, event, calendar);
  };
  const changed = await change(context, number, { event, guard, apply }, unsent);
  if (!changed) throw new AppError("TICKET_UNKNOWN", "no such ticket");
  const { ticket, waiting } = changed;
  await context.changeLog.take(waiting);
  if (waiting.unsent?.some((one) => one.id === unsent?.id)) await sendWords(context, waiting);
  return ticket;
}
