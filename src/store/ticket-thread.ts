import { besideAsPart } from "../casework/beside-as-part.ts";
import { type KnownHead, type Past, pastIn } from "../casework/past.ts";
import { Ticket, TicketEvent, type TicketHead, type WholeTicket } from "../casework/ticket.ts";
import { defined } from "../defined.ts";
import type { Vault } from "../privacy/vault.ts";

export type StoredTicket = {
  number: string;
  version?: number;
  sealed: Uint8Array;
  entries: readonly (Uint8Array | undefined)[];
};

export const entryAbout = (number: string, no: number): string => `entry ${entryName(number, no)}`;
export const entryName = (number: string, no: number): string => `${number}/${no}`;

export const entryKey = (vault: Vault, number: string, id: string): string => vault.index("entry", `${number}\0${id}`);

const openSealedHead = (vault: Vault, { number, sealed }: Omit<StoredTicket, "entries">): object =>
  vault.open(sealed, `ticket ${number}`) as object;

/** An earlier release stored no version. Each change of that release added one entry. */
const versionOf = ({ version }: Pick<StoredTicket, "version">, entries: number): number => version ?? 1 + entries;

const ThreadlessTicket = Ticket.omit({ events: true });

/** `entries`: the length of the thread; 0 for a ticket of an earlier release. */
export function openHead(vault: Vault, parts: Omit<StoredTicket, "entries">, entries: number): TicketHead {
  return {
    ...besideAsPart(ThreadlessTicket.parse(openSealedHead(vault, parts))),
    version: versionOf(parts, entries),
    entries,
  };
}

export const openEntry = (vault: Vault, { number, no, sealed }: { number: string; no: number; sealed: Uint8Array }) =>
  TicketEvent.parse(vault.open(sealed, entryAbout(number, no)));

export const openEntries = (
  vault: Vault,
  number: string,
  from: number,
  entries: readonly (Uint8Array | undefined)[],
): TicketEvent[] =>
  entries.flatMap((sealed, index) => (sealed ? [openEntry(vault, { number, no: from + index, sealed })] : []));

export function openTicket(vault: Vault, parts: StoredTicket): WholeTicket & { past: Past } {
  const { number, entries } = parts;
  const head = openSealedHead(vault, parts);
  const { events, ...rest } =
    "events" in head
      ? Ticket.parse(head)
      : { ...ThreadlessTicket.parse(head), events: openEntries(vault, number, 0, entries) };
  return { ...besideAsPart(rest), version: versionOf(parts, events.length), past: pastIn(events), events };
}

export const headOfWhole = ({ events, ...head }: WholeTicket & { past: Past }): KnownHead => ({
  ...head,
  entries: events.length,
});

export type ThreadRange = { after?: number; limit: number };

/** The page contains the places from `from` to before `to`. */
export function placesOf(
  length: number,
  { after = -1, limit }: ThreadRange,
): { from: number; to: number; next?: number } {
  const to = Math.min(after + 1 + limit, length);
  return { from: after + 1, to, ...(to < length ? { next: to - 1 } : {}) };
}

export const openPage = (
  vault: Vault,
  number: string,
  { from, next }: { from: number; next?: number },
  entries: readonly (Uint8Array | undefined)[],
) => ({ entries: openEntries(vault, number, from, entries), ...defined({ next }) });

export const sealHead = (vault: Vault, { events: _, unread: __, version: ___, ...head }: Ticket): Buffer =>
  vault.seal(head, `ticket ${head.number}`);

export type WrittenEntry = { no: number; key: string; sealed: Buffer };

/** `before`: the stored entries from the place `unread` on. */
export function sealChangedEntries(
  vault: Vault,
  { number, unread = 0, events }: Ticket,
  before: readonly TicketEvent[],
): WrittenEntry[] {
  return events.flatMap((event, index) => {
    if (event === before[index]) return [];
    const no = unread + index;
    return [{ no, key: entryKey(vault, number, event.id), sealed: vault.seal(event, entryAbout(number, no)) }];
  });
}
