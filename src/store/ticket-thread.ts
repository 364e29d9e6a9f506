import { besideAsPart } from "../casework/beside-as-part.ts";
import { Ticket, TicketEvent, type TicketHead } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/**
 * A ticket as it is stored: the head sealed by itself, and each entry of the thread, in order; `undefined` is an entry
 * that a damaged store has lost.
 */
export type Parts = {
  number: string;
  version?: number;
  sealed: Uint8Array;
  entries: readonly (Uint8Array | undefined)[];
};

/** What an entry of a thread is sealed as; its place in the thread never changes. */
export const entryAbout = (number: string, no: number): string => `entry ${entryName(number, no)}`;
export const entryName = (number: string, no: number): string => `${number}/${no}`;

const headIn = (vault: Vault, { number, sealed }: Omit<Parts, "entries">): object =>
  vault.open(sealed, `ticket ${number}`) as object;

/** A ticket of a release without versions had a change for each entry of its thread. */
const versionIn = ({ version }: Pick<Parts, "version">, entries: number): number => version ?? 1 + entries;

const Whole = Ticket.omit({ events: true });

/** The head alone; `entries` is how many the thread has, where that is known. */
export function openHead(vault: Vault, parts: Omit<Parts, "entries">, entries: number): TicketHead {
  return { ...besideAsPart(Whole.parse(headIn(vault, parts))), version: versionIn(parts, entries), entries };
}

/** The entry at a place of a ticket's thread. */
export const openEntry = (vault: Vault, { number, no, sealed }: { number: string; no: number; sealed: Uint8Array }) =>
  TicketEvent.parse(vault.open(sealed, entryAbout(number, no)));

/** A whole ticket; one of an older release holds its thread in itself. */
export function openTicket(vault: Vault, parts: Parts): Ticket {
  const { number, entries } = parts;
  const head = headIn(vault, parts);
  if ("events" in head) {
    const ticket = besideAsPart(Ticket.parse(head));
    return { ...ticket, version: versionIn(parts, ticket.events.length) };
  }
  const events = entries.flatMap((sealed, no) => (sealed ? [openEntry(vault, { number, no, sealed })] : []));
  return { ...besideAsPart(Whole.parse(head)), version: versionIn(parts, events.length), events };
}

export type ThreadRange = { after?: number; limit: number };

/** The places of a page, from `from` to before `to`, of a thread so long; behind `next` the following page begins. */
export function placesOf(
  length: number,
  { after = -1, limit }: ThreadRange,
): { from: number; to: number; next?: number } {
  const to = Math.min(after + 1 + limit, length);
  return { from: after + 1, to, ...(to < length ? { next: to - 1 } : {}) };
}

export const sealHead = (vault: Vault, { events: _, version: __, ...head }: Ticket): Buffer =>
  vault.seal(head, `ticket ${head.number}`);

/** What of a thread has to be written: entries by their place, and how many it has now. */
export type ThreadChange = { written: { no: number; sealed: Buffer }[]; entries: number; before: number };

/** A thread is only ever added to, but for what its citizen takes back: an entry that is what it was is not touched. */
export function threadChange(vault: Vault, { number, events }: Ticket, before: readonly TicketEvent[]): ThreadChange {
  const written = events.flatMap((event, no) =>
    event === before[no] ? [] : [{ no, sealed: vault.seal(event, entryAbout(number, no)) }],
  );
  return { written, entries: events.length, before: before.length };
}
