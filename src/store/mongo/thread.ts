import type { Ticket, TicketEvent } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import {
  entryAbout,
  entryName,
  openEntry,
  openTicket,
  placesOf,
  type ThreadRange,
  threadChange,
} from "../ticket-thread.ts";
import type { Collections, Entry, TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { findDuplicates } from "./errors.ts";

type Reading = Pick<Context, "at" | "vault">;
type Threaded = Pick<TicketDoc, "_id" | "revision" | "entries" | "arriving" | "length">;
/** A whole ticket, and the document that it was read from; `isWhole` is false where the store has lost an entry. */
export type Whole = { doc: TicketDoc; ticket: Ticket; isWhole: boolean };

/** The thread of a ticket that release 0.2.0 wrote. */
export const entriesInside = ({ entries, revision }: Pick<TicketDoc, "entries" | "revision">): Entry[] =>
  (entries ?? []).map((one) => ({ ...one, revision }));

/** How many entries a thread has that does not lie in its head. */
const lengthOf = ({ entries, length }: Threaded): number => length ?? entries?.length ?? 0;

const namesOf = (doc: Threaded, places: readonly number[] = [...Array(lengthOf(doc)).keys()]): string[] =>
  places.map((no) => entryName(doc._id, no));

/** Of several forms of an entry the newest; what is read from `entry` was read after the documents. */
async function entriesOf({ at }: Pick<Context, "at">, docs: readonly Threaded[], places?: readonly number[]) {
  const found = newestOf(docs.flatMap((doc) => [...entriesInside(doc), ...(doc.arriving ?? [])]));
  const apart = docs.flatMap((doc) =>
    doc.entries === null ? namesOf(doc, places).filter((name) => !found.has(name)) : [],
  );
  if (apart.length > 0)
    for await (const { _id, revision, sealed } of at.entry.find({ _id: { $in: apart } }))
      found.set(_id, { name: _id, revision, sealed });
  return found;
}

function newestOf(entries: readonly Entry[]): Map<string, Entry> {
  const newest = new Map<string, Entry>();
  for (const one of entries) if (one.revision >= (newest.get(one.name)?.revision ?? 0)) newest.set(one.name, one);
  return newest;
}

/** The entries of these places, and whether one is missing or newer than the document. */
function placed(doc: Threaded, names: readonly string[], found: ReadonlyMap<string, Entry>) {
  const entries = names.map((name) => found.get(name));
  const isWhole = entries.every((one) => one !== undefined);
  return { entries, isWhole, isTorn: !isWhole || entries.some((one) => one.revision > doc.revision) };
}

/**
 * Tickets with their threads. The document is read before its entries, so that none is missed that is on its way between
 * the two; where an entry is newer than its document, the ticket was changed in between and is read again.
 */
export async function wholeTickets(context: Reading, docs: readonly TicketDoc[]): Promise<Whole[]> {
  const found = await entriesOf(context, docs);
  return Promise.all(docs.map((doc) => opened(context, doc, found)));
}

async function opened(context: Reading, doc: TicketDoc, found: ReadonlyMap<string, Entry>): Promise<Whole> {
  const { _id: number, revision, sealed } = doc;
  const { entries, isWhole, isTorn } = placed(doc, namesOf(doc), found);
  const now = isTorn ? await context.at.ticket.findOne({ _id: number }) : undefined;
  if (now && now.revision !== revision) return opened(context, now, await entriesOf(context, [now]));
  // Where nobody has changed it, the store itself is damaged, and what is left of the thread is shown.
  const parts = { number, version: revision, sealed, entries: entries.map((one) => one?.sealed) };
  return { doc, ticket: openTicket(context.vault, parts), isWhole };
}

/** A page of a ticket's thread. */
export async function threadPage(context: Reading, number: string, range: ThreadRange) {
  const fields = { revision: 1, entries: 1, arriving: 1, length: 1 } as const;
  for (let revision: number | undefined; ; ) {
    const doc = await context.at.ticket.findOne({ _id: number }, { projection: fields });
    if (!doc) return undefined;
    const { from, to, next } = placesOf(lengthOf(doc), range);
    const places = Array.from({ length: to - from }, (_, index) => from + index);
    const found = await entriesOf(context, [doc], places);
    const { entries: page, isTorn } = placed(doc, namesOf(doc, places), found);
    if (isTorn && doc.revision !== revision) {
      revision = doc.revision;
      continue;
    }
    const entries = page.flatMap((one, index) =>
      one ? [openEntry(context.vault, { number, no: from + index, sealed: one.sealed })] : [],
    );
    return { entries, ...defined({ next }) };
  }
}

/** Entries that a look from the end of a thread reads at a time. */
const AT_A_TIME = 8;

type Newest<Type extends TicketEvent["type"]> =
  | { isTorn: false; entry: (TicketEvent & { type: Type }) | undefined }
  | { isTorn: true; now: TicketDoc };

/**
 * The newest entry of a type, looked for from the thread's end. A ticket that was changed after its document was read is
 * given back as it is now, to be looked at again.
 */
export async function newestEntry<Type extends TicketEvent["type"]>(
  context: Reading,
  doc: TicketDoc,
  type: Type,
): Promise<Newest<Type>> {
  const { _id: number, revision } = doc;
  for (let end = lengthOf(doc); end > 0; end -= AT_A_TIME) {
    const from = Math.max(end - AT_A_TIME, 0);
    const places = Array.from({ length: end - from }, (_, index) => from + index);
    const { entries, isTorn } = placed(doc, namesOf(doc, places), await entriesOf(context, [doc], places));
    const now = isTorn ? await context.at.ticket.findOne({ _id: number }) : undefined;
    if (now && now.revision !== revision) return { isTorn: true, now };
    for (const [index, one] of [...entries.entries()].reverse()) {
      const event = one && openEntry(context.vault, { number, no: from + index, sealed: one.sealed });
      if (event?.type === type) return { isTorn: false, entry: event as TicketEvent & { type: Type } };
    }
  }
  return { isTorn: false, entry: undefined };
}

export async function wholeTicket(context: Reading, number: string): Promise<Whole | undefined> {
  const doc = await context.at.ticket.findOne({ _id: number });
  return doc ? (await wholeTickets(context, [doc]))[0] : undefined;
}

/**
 * What a change pushes to `arriving`: what it writes of the thread, and all that is in the document of an older release.
 * Places behind the end of a thread that has become shorter lose what they held.
 */
export function arrivingOf({ vault }: Reading, { doc, ticket: before, isWhole }: Whole, after: Ticket): Entry[] {
  const { number, events } = after;
  const kept = isWhole && doc.entries !== undefined ? before.events : [];
  const { written } = threadChange(vault, after, kept);
  const emptied = Array.from({ length: Math.max(lengthOf(doc) - events.length, 0) }, (_, index) => {
    const no = events.length + index;
    return { no, sealed: vault.seal(null, entryAbout(number, no)) };
  });
  const revision = doc.revision + 1;
  const fresh = [...written, ...emptied].map(({ no, sealed }) => ({ name: entryName(number, no), revision, sealed }));
  return [...entriesInside(doc), ...fresh];
}

/** Stores entries as they are now; a repeat changes nothing, and an older form never takes the place of a newer one. */
export async function storeEntries({ entry }: Pick<Collections, "entry">, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const docs = [...newestOf(entries).values()].map(({ name, revision, sealed }) => ({ _id: name, revision, sealed }));
  const there = await findDuplicates(entry.insertMany(docs, { ordered: false }));
  const rewritten = docs.flatMap(({ _id, revision, sealed }, index) =>
    there.has(index)
      ? [{ updateOne: { filter: { _id, revision: { $lt: revision } }, update: { $set: { revision, sealed } } } }]
      : [],
  );
  if (rewritten.length > 0) await entry.bulkWrite(rewritten, { ordered: false });
}
