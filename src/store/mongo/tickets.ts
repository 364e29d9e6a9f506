import { setTimeout as pause } from "node:timers/promises";
import { heldKeys } from "../../casework/access.ts";
import { type ActGuard, checkGuard } from "../../casework/act-guard.ts";
import { applyEvent } from "../../casework/apply.ts";
import { changeOf } from "../../casework/change.ts";
import { openQuestionOf } from "../../casework/open-question.ts";
import { eventForState } from "../../casework/reopen.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent, type TicketHead } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundBody } from "../../vocabulary/message.ts";
import type { Tickets } from "../ports/tickets.ts";
import { ticketColumns } from "../ticket-columns.ts";
import { openHead, sealHead } from "../ticket-thread.ts";
import { withWordsHash } from "../words-hash.ts";
import type { TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { insertOnce } from "./errors.ts";
import { partDocs } from "./parts.ts";
import { newOutgoing, pushOutgoing } from "./sending.ts";
import { arrivingOf, threadPage, wholeTicket, wholeTickets } from "./thread.ts";
import { foundDocs } from "./ticket-find.ts";
import { countOf, listedDocs } from "./ticket-list.ts";

const MOST = 1_000;
/** Ms to wait for whoever began to reserve a number, before it is done for them. */
const PATIENCE = 200;

/** What of a document a list reads: not the thread. */
const HEAD = { entries: 0, arriving: 0, unsent: 0, unlogged: 0 } as const;
/** What is not where it belongs yet. */
const ON_THE_WAY = { unsent: 1, unlogged: 1, arriving: 1, revision: 1, conversation: 1 } as const;

const headOf = ({ vault }: Context, { _id, revision, sealed, length = 0 }: TicketDoc): TicketHead =>
  openHead(vault, { number: _id, version: revision, sealed }, length);

/** What is written beside the thread. */
export const columns = ({ vault, calendar }: Pick<Context, "vault" | "calendar">, ticket: Ticket) => ({
  ...ticketColumns(vault, calendar, ticket),
  length: ticket.events.length,
  sealed: sealHead(vault, ticket),
});

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

/** Brings a ticket's words into its citizen's chat, where the ticket itself is already changed. */
async function sendWords(
  context: Context,
  { _id, conversation, unsent = [] }: Pick<TicketDoc, "_id" | "conversation" | "unsent">,
): Promise<void> {
  const { at } = context;
  if (conversation === null || unsent.length === 0) return;
  const chat = await at.conversation.findOne({ _id: conversation }, { projection: { channel: 1 } });
  for (const { id, sealed, mass } of chat ? unsent : []) {
    const body = context.vault.open(sealed, `outbound ${id}`) as OutboundBody;
    const message = newOutgoing(context, chat?.channel ?? "", id, { ...body, mass }, { tracked: true });
    await pushOutgoing(context, conversation, message);
  }
  await at.ticket.updateOne({ _id }, { $pull: { unsent: { id: { $in: unsent.map(({ id }) => id) } } } });
}

/** Finishes what a process that died left between a ticket, its chat and the log of changes. */
export async function finishTickets(context: Context, olderThan: number): Promise<void> {
  const before = context.clock.now() - olderThan;
  const stuck = (of: "unsent.at" | "unlogged.at") =>
    context.at.ticket
      .find({ [of]: { $lt: before } }, { projection: ON_THE_WAY })
      .limit(100)
      .toArray();
  for (const doc of await stuck("unlogged.at")) await context.log.take(doc);
  for (const doc of await stuck("unsent.at")) await sendWords(context, doc);
}

export function mongoTickets(context: Context): Tickets {
  const { at, vault, calendar, clock } = context;

  /** The first to write the key draws the number; the others wait for it, and draw themselves when nothing comes. */
  async function reserve(series: string, key: string): Promise<number> {
    const mine = await insertOnce(at.reserved.insertOne({ _id: key, serial: null, reservedAt: clock.now() }));
    for (const until = performance.now() + PATIENCE; !mine && performance.now() < until; ) {
      const found = await at.reserved.findOne({ _id: key });
      if (found?.serial) return found.serial;
      await pause(10);
    }
    const serial = await nextSerial(series);
    await at.reserved.updateOne({ _id: key, serial: null }, { $set: { serial } });
    const reserved = await at.reserved.findOne({ _id: key });
    return reserved?.serial ?? serial;
  }

  async function nextSerial(series: string): Promise<number> {
    for (;;) {
      const after = await at.serial.findOneAndUpdate(
        { _id: series },
        { $inc: { last: 1 } },
        { returnDocument: "after" },
      );
      if (after) return after.last;
      if (await insertOnce(at.serial.insertOne({ _id: series, last: 1 }))) return 1;
    }
  }

  return {
    reserveSerial: (district, year, key) => reserve(`${district} ${year}`, key),
    openTicket: (draft) => insertTicket(context, draft),

    ticket: async (number) => (await wholeTicket(context, number))?.ticket,

    async head(number) {
      const doc = await at.ticket.findOne({ _id: number }, { projection: HEAD });
      return doc ? headOf(context, doc) : undefined;
    },

    thread: (number, page) => threadPage(context, number, page),

    async list(query) {
      const { docs, next } = await listedDocs(context, query, HEAD);
      return { heads: docs.map((doc) => headOf(context, doc)), ...defined({ next }) };
    },

    async find(query) {
      const { docs, next } = await foundDocs(context, query, HEAD);
      return { heads: docs.map((doc) => headOf(context, doc)), ...(next ? { next } : {}) };
    },

    async parts(query) {
      const { docs, next } = await partDocs(context, query, HEAD);
      return { heads: docs.map((doc) => headOf(context, doc)), ...defined({ next }) };
    },

    counts: (sight, filters) => Promise.all(filters.map((filter) => countOf(context, { ...filter, sight }))),

    async loads(district, officers) {
      const counts = officers.map(async (id): Promise<[string, number]> => {
        return [id, await at.ticket.countDocuments({ keys: { $in: heldKeys(district, id) }, open: true })];
      });
      return Object.fromEntries(await Promise.all(counts));
    },

    async ticketsOf(owner, { open, limit = MOST } = {}) {
      const whose = "nik" in owner ? { person: vault.index("nik", owner.nik) } : { conversation: owner.conversation };
      const docs = await at.ticket
        .find({ ...whose, ...defined({ open }) }, { projection: HEAD })
        .sort({ openedAt: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return docs.map((doc) => headOf(context, doc)).reverse();
    },

    async openQuestions(conversation) {
      const docs = await at.ticket.find({ conversation, askedAt: { $gt: 0 } }).toArray();
      const questions = (await wholeTickets(context, docs)).map(({ ticket }) => openQuestionOf(ticket));
      return questions.filter((one) => one !== undefined).sort((a, b) => b.askedAt - a.askedAt);
    },

    async changeTicket(number, given, message, guard: ActGuard = {}) {
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
    },

    async ticketsToErase(limit) {
      const docs = await at.ticket
        .find({ eraseAt: { $gt: 0, $lte: clock.now() } }, { projection: { _id: 1 } })
        .sort({ eraseAt: 1 })
        .limit(limit)
        .toArray();
      return docs.map(({ _id }) => _id);
    },
  };
}
