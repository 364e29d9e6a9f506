import { defined } from "../../defined.ts";
import type { TicketCursor } from "../../store/ports/tickets.ts";
import { heldKeys } from "../access.ts";
import type { Officer } from "../officer.ts";
import { openPartsOf } from "../part.ts";
import { mayHold } from "../routing.ts";
import type { TicketHead } from "../ticket.ts";
import { isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";

const AT_ONCE = 200;

type Writing = { token?: string | null | undefined; by: string };

/**
 * Retires an officer: ends their token for good and has each of their open tickets routed again. Returns the number of
 * these tickets.
 */
export const retireOfficer = (desk: Desk, officer: Officer, by: string): Promise<number> =>
  saveOfficer(desk, officer, { ...officer, active: false }, { token: null, by });

/**
 * Writes an officer's record and has each open ticket routed again that they hold and may not read or hold by the new
 * record. An officer of another rung hands on all of theirs: those came to the rung. Returns the number of tickets
 * handed on. Repeated with the same record, it hands on what they still may not read.
 */
export async function saveOfficer(
  desk: Desk,
  before: Officer | undefined,
  officer: Officer,
  { token, by }: Writing,
): Promise<number> {
  const { store } = desk;
  await store.saveOfficer(officer, token);
  const keeps = (ticket: TicketHead): boolean => {
    if (!isVisibleTo(desk, officer, ticket) || before?.rung !== officer.rung) return false;
    return mayHold(officer, ticket) || !mayHold(before, ticket);
  };
  let moved = 0;
  let after: TicketCursor | undefined;
  do {
    const sight = { district: officer.district, keys: heldKeys(officer.district, officer.id) };
    const { heads, next } = await store.list({ sight, open: true, limit: AT_ONCE, ...defined({ after }) });
    const leaving = heads.reverse().filter((ticket) => !keeps(ticket));
    for (const ticket of leaving) await handOn(desk, ticket, officer, by);
    moved += leaving.length;
    after = next;
  } while (after);
  return moved;
}

/** Takes an officer off a ticket and its parts and has it routed again. */
async function handOn({ store, queue }: Desk, ticket: TicketHead, { id }: Officer, by: string): Promise<void> {
  const { number, officer: holder, beside, entries, parts } = ticket;
  for (const { office, officer: theirs } of openPartsOf({ parts }))
    if (theirs === id)
      await store.changeTicket(number, {
        type: "share",
        id: `off-${id}-${entries}-${office}`,
        at: Date.now(),
        by,
        text: "",
        office,
      });
  await store.changeTicket(number, {
    type: "assign",
    id: `off-${id}-${entries}`,
    at: Date.now(),
    by,
    text: "",
    seen: -1,
    ...(holder && holder !== id ? { officer: holder } : {}),
    ...(beside && beside !== id ? { beside } : {}),
  });
  await queue.wake("complaints", { number });
}
