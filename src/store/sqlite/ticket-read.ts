import { firstIndexNeeded, type KnownHead } from "../../casework/past.ts";
import type { ActGuard } from "../../casework/stale-act.ts";
import type { Ticket, TicketEvent, TicketHead, WholeTicket } from "../../casework/ticket.ts";
import type { Vault } from "../../privacy/vault.ts";
import {
  entryKey,
  headOfWhole,
  openEntries,
  openEntry,
  openHead,
  openPage,
  openTicket,
  placesOf,
  type ThreadRange,
} from "../ticket-thread.ts";
import { unspaced } from "./listed-tickets.ts";
import type { Row, Sql } from "./shared-commit.ts";

export const TICKET_COLUMNS = "number, version, sealed, entries";

/**
 * - `entries`: a change writes one of these entries only if the entry has changed.
 * - `termed`: a search by words can find the ticket.
 */
export type Stored = {
  ticket: Ticket;
  keys: string[];
  entries: readonly TicketEvent[];
  length: number;
  termed: boolean;
};

const partsOf = ({ number, version, sealed }: Row) => ({
  number: String(number),
  ...(version === null ? {} : { version: Number(version) }),
  sealed: sealed as Uint8Array,
});

const lengthIn = (row: Row): number => Number(row.entries ?? 0);

export const headOf = (vault: Vault, row: Row): TicketHead => openHead(vault, partsOf(row), lengthIn(row));

const hasPast = (head: TicketHead, row: Row): head is KnownHead => row.entries !== null && head.past !== undefined;

export function headWithPast(sql: Sql, vault: Vault, row: Row): KnownHead {
  const head = headOf(vault, row);
  if (hasPast(head, row)) return head;
  return headOfWhole(openWhole(sql, vault, row));
}

function sealedEntries(sql: Sql, number: string, from: number, to: number): (Uint8Array | undefined)[] {
  const rows = sql.all("select no, sealed from entry where ticket = ? and no >= ? and no < ?", number, from, to);
  const found = new Map(rows.map(({ no, sealed }) => [Number(no), sealed as Uint8Array]));
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => found.get(from + index));
}

function openWhole(sql: Sql, vault: Vault, row: Row): ReturnType<typeof openTicket> {
  return openTicket(vault, { ...partsOf(row), entries: sealedEntries(sql, String(row.number), 0, lengthIn(row)) });
}

export function readWhole(sql: Sql, vault: Vault, number: string): WholeTicket | undefined {
  const row = sql.get(`select ${TICKET_COLUMNS} from ticket where number = ?`, number);
  return row && openWhole(sql, vault, row);
}

export function readForEvent(
  sql: Sql,
  vault: Vault,
  number: string,
  event: TicketEvent,
  { expect }: ActGuard = {},
): Stored | undefined {
  const row = sql.get(`select ${TICKET_COLUMNS}, keys, termed from ticket where number = ?`, number);
  if (!row) return undefined;
  const head = headOf(vault, row);
  if (!hasPast(head, row)) return storedWhole(sql, vault, row);
  const { entries: length, ...rest } = head;
  const known = sql.get("select no from entry where key = ?", entryKey(vault, number, event.id));
  const unread = firstIndexNeeded(head, event, { expect, known: known && Number(known.no) });
  const events = openEntries(vault, number, unread, sealedEntries(sql, number, unread, length));
  if (events.length < length - unread) return storedWhole(sql, vault, row); // The damaged store has lost an entry.
  const ticket = { ...rest, unread, events };
  return { ticket, keys: unspaced(row.keys), entries: events, length, termed: row.termed !== null };
}

/** With empty `entries`, the next change writes all entries again. */
export function storedWhole(sql: Sql, vault: Vault, row: Row): Stored {
  const ticket = openWhole(sql, vault, row);
  return { ticket, keys: unspaced(row.keys), entries: [], length: lengthIn(row), termed: row.termed !== null };
}

export function readEntry(sql: Sql, vault: Vault, number: string, id: string): TicketEvent | undefined {
  const found = sql.get("select no, sealed from entry where key = ?", entryKey(vault, number, id));
  if (found) return openEntry(vault, { number, no: Number(found.no), sealed: found.sealed as Uint8Array });
  const row = sql.get(`select ${TICKET_COLUMNS} from ticket where number = ?`, number);
  if (!row || hasPast(headOf(vault, row), row)) return undefined;
  return openWhole(sql, vault, row).events.find((event) => event.id === id);
}

export function readThreadPage(sql: Sql, vault: Vault, number: string, range: ThreadRange) {
  const row = sql.get(`select ${TICKET_COLUMNS} from ticket where number = ?`, number);
  if (!row) return undefined;
  const places = placesOf(lengthIn(row), range);
  return openPage(vault, number, places, sealedEntries(sql, number, places.from, places.to));
}
