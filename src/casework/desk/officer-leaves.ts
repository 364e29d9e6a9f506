import { OFFICES } from "../../vocabulary/lists.ts";
import { heldKeys, keysOfDinsosOnly } from "../access.ts";
import type { Officer } from "../officer.ts";
import { openPartsOf } from "../part.ts";
import { mayHold, partOfficerFor } from "../routing.ts";
import type { TicketHead } from "../ticket.ts";
import { findTicketWithoutEntries, isVisibleTo } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { eachPage } from "./each-page.ts";
import { findFreeParts } from "./free-parts.ts";
import { sendNotices } from "./notices.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";
import { shareWith } from "./share-at-routing.ts";
import { routeAgain } from "./urgent-alarm.ts";

const AT_ONCE = 200;

type Writing = { token?: string | null | undefined; by: string };

/** Returns the number of tickets that go to routing. */
export const retireOfficer = (desk: Desk, officer: Officer, by: string): Promise<number> =>
  saveOfficer(desk, officer, { ...officer, active: false }, { token: null, by });

/** Routes tickets again that the officer may not keep, and returns their number. */
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
  const sight = { district: officer.district, keys: heldKeys(officer.district, officer.id) };
  for await (const heads of eachPage((cursor) => store.list({ sight, open: true, limit: AT_ONCE, ...cursor }))) {
    const leaving = heads.reverse().filter((ticket) => !keeps(ticket));
    for (const ticket of leaving) await handOn(desk, ticket, officer, by);
    moved += leaving.length;
  }
  await routeUnassigned(desk, officer);
  await giveFreeParts(desk, officer);
  return moved;
}

async function routeUnassigned(desk: Desk, officer: Officer): Promise<void> {
  const sight = { district: officer.district, keys: keysOfDinsosOnly(officer.district) };
  for await (const heads of eachPage((cursor) => desk.store.list({ sight, open: true, limit: AT_ONCE, ...cursor })))
    for (const ticket of heads)
      if (!ticket.officer && !ticket.news && mayHold(officer, ticket))
        await routeAgain(desk, ticket.number, `${officer.id}-${ticket.version}`);
}

async function giveFreeParts(desk: Desk, officer: Officer): Promise<void> {
  const office = OFFICES.find((one) => one === officer.rung);
  if (!office) return;
  for (const { number } of await findFreeParts(desk.store, officer.district, office)) {
    const ticket = await findTicketWithoutEntries(desk, number);
    if (!ticket || !isVisibleTo(desk, officer, ticket) || !partOfficerFor(ticket, office, [officer], {})) continue;
    await scheduleWakeUp(desk, await shareWith(desk, ticket, officer, { office, isNew: false, isTold: true }));
    await sendNotices(desk, number);
  }
}

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
