import type { KnownHead } from "../../casework/past.ts";
import type { Ticket, TicketEvent, TicketHead, WholeTicket } from "../../casework/ticket.ts";
import { defined } from "../../defined.ts";
import {
  entryAbout,
  entryKey,
  entryName,
  headOfWhole,
  openEntries,
  openPage,
  openTicket,
  placesOf,
  sealChangedEntries,
  type ThreadRange,
} from "../ticket-thread.ts";
import type { Entry, TicketDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { entriesOf, findPlace, lengthOf, placesBetween, readPlaces } from "./entries.ts";
import { FOR_THREAD, headOf } from "./ticket-head.ts";

type Reading = Pick<Context, "at" | "vault">;

export type Opened = { doc: TicketDoc; ticket: Ticket; kept: readonly TicketEvent[] };

/** An earlier release stored no `past`, and no keys of entries. */
export const hasPast = (doc: TicketDoc, head: TicketHead): head is KnownHead =>
  doc.entries === null && head.past !== undefined;

/** Reads a ticket again if another process changed it between the reads. */
export async function openWholes(context: Reading, docs: readonly TicketDoc[]): Promise<Whole[]> {
  const found = await entriesOf(context, docs);
  return Promise.all(docs.map((doc) => openFrom(context, doc, found)));
}
type Whole = { doc: TicketDoc; ticket: ReturnType<typeof openTicket> };

export const openWhole = async (context: Reading, doc: TicketDoc): Promise<Whole> =>
  openFrom(context, doc, await entriesOf(context, [doc]));

async function openFrom(context: Reading, doc: TicketDoc, found: ReadonlyMap<string, Entry>): Promise<Whole> {
  const { _id: number, revision, sealed } = doc;
  const { entries, isTorn } = readPlaces(doc, placesBetween(0, lengthOf(doc)), found);
  const newest = isTorn ? await context.at.ticket.findOne({ _id: number }) : undefined;
  if (newest && newest.revision !== revision) return openWhole(context, newest);
  // If an entry is lost, the ticket shows its other entries.
  return { doc, ticket: openTicket(context.vault, { number, version: revision, sealed, entries }) };
}

export async function readWhole(context: Reading, number: string): Promise<WholeTicket | undefined> {
  const doc = await context.at.ticket.findOne({ _id: number });
  return doc ? (await openWhole(context, doc)).ticket : undefined;
}

export async function headWithPast(context: Reading, doc: TicketDoc): Promise<KnownHead> {
  const head = headOf(context, doc);
  if (hasPast(doc, head)) return head;
  return headOfWhole((await openWhole(context, doc)).ticket);
}

export async function readEntry(context: Reading, number: string, id: string): Promise<TicketEvent | undefined> {
  for (let revision: number | undefined; ; ) {
    const doc = await context.at.ticket.findOne({ _id: number }, { projection: FOR_THREAD });
    if (!doc) return undefined;
    if (!hasPast(doc, headOf(context, doc)) || doc.revision === revision)
      return (await openWhole(context, doc)).ticket.events.find((event) => event.id === id);
    const place = await findPlace(context, doc, entryKey(context.vault, number, id));
    const events = await openPlaces(context, doc, place === undefined ? [] : [place]);
    if (events && (await isUnchanged(context, doc))) return events[0];
    revision = doc.revision;
  }
}

export const isUnchanged = async (
  { at }: Pick<Context, "at">,
  { _id, revision }: Pick<TicketDoc, "_id" | "revision">,
) => (await at.ticket.findOne({ _id, revision }, { projection: { _id: 1 } })) !== null;

export async function readThreadPage(context: Reading, number: string, range: ThreadRange) {
  const fields = { revision: 1, entries: 1, arriving: 1, length: 1 } as const;
  for (let revision: number | undefined; ; ) {
    const doc = await context.at.ticket.findOne({ _id: number }, { projection: fields });
    if (!doc) return undefined;
    const page = placesOf(lengthOf(doc), range);
    const places = placesBetween(page.from, page.to);
    const { entries, isTorn } = readPlaces(doc, places, await entriesOf(context, [doc], places));
    if (!isTorn || doc.revision === revision) return openPage(context.vault, number, page, entries);
    revision = doc.revision;
  }
}

export function arrivingOf({ vault }: Pick<Context, "vault">, { doc, kept }: Opened, after: Ticket): Entry[] {
  const { number, unread = 0, events } = after;
  const written = sealChangedEntries(vault, after, kept);
  const end = unread + events.length;
  const emptied = placesBetween(end, lengthOf(doc)).map((no) => ({
    no,
    key: undefined,
    sealed: vault.seal(null, entryAbout(number, no)),
  }));
  const revision = doc.revision + 1;
  return [...written, ...emptied].map(({ no, key, sealed }): Entry => {
    return { name: entryName(number, no), revision, sealed, ...defined({ key }) };
  });
}

/** Returns the entries at consecutive places, or `undefined` if an entry is missing or newer than the document. */
export async function openPlaces(
  context: Reading,
  doc: TicketDoc,
  places: readonly number[],
): Promise<TicketEvent[] | undefined> {
  const from = places[0] ?? 0;
  const found = places.length > 0 ? await entriesOf(context, [doc], places) : new Map<string, Entry>();
  const { entries, isTorn } = readPlaces(doc, places, found);
  return isTorn ? undefined : openEntries(context.vault, doc._id, from, entries);
}
