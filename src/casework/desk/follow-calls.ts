import { defined } from "../../defined.ts";
import { claimKey } from "../../store/ports/claim.ts";
import { conversationIn } from "../../store/ports/outbox.ts";
import { appError } from "../../vocabulary/errors.ts";
import { holdersOf } from "../access.ts";
import type { Notice } from "../notice.ts";
import type { Officer } from "../officer.ts";
import { officerFor } from "../routing.ts";
import type { Ticket } from "../ticket.ts";
import { callOfficer } from "./announce.ts";
import { assignTo, findLoads } from "./assign.ts";
import { findStates, isSent, PATIENCE } from "./call-states.ts";
import { findTicketWithoutEntries } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { findReachedStandIn, noteMissedCall, ONE_NOT_TOLD, TOLD_NOW } from "./missed-call.ts";
import { settleNotice } from "./notices.ts";
import { findReachable } from "./officer-chats.ts";
import { findOpenCalls } from "./open-calls.ts";
import { sayWhoIsReached } from "./tell-citizen-in-danger.ts";
import { alarmOperators, routeAgain } from "./urgent-alarm.ts";

/** In ms. */
const LONGEST_WAIT = 20_000;
const HURRIED_FOR = 15 * 60_000;
/** In ms. The process that follows a ticket's calls claims the ticket for this time. */
const FOLLOWING = 30_000;

type Staff = { officers: readonly Officer[]; reachable: ReadonlySet<string> };

/**
 * The sweeper runs this every few seconds:
 * - calls another officer after a missed call;
 * - calls an officer again whose chat works again;
 * - routes a ticket without an assignee, if an officer may hold it.
 */
export async function followCalls(desk: Desk): Promise<void> {
  for (const district of desk.districts.keys()) {
    const open = await findOpenCalls(desk.store, district);
    if (open.length === 0) continue;
    const officers = await desk.store.officers(district);
    const staff = { officers, reachable: await findReachable(desk, officers) };
    for (const { number } of open)
      await followTicket(desk, number, staff).catch((thrown: unknown) => {
        desk.log("warn", { ticket: number, code: appError(thrown).code }, "a call for somebody in danger is put off");
      });
  }
}

async function followTicket(desk: Desk, number: string, staff: Staff): Promise<void> {
  const stopFollowing = await claimKey(desk.store, `following:${number}`, FOLLOWING);
  if (!stopFollowing) return;
  try {
    await followNotices(desk, number, staff);
  } finally {
    await stopFollowing();
  }
}

async function followNotices(desk: Desk, number: string, staff: Staff): Promise<void> {
  const ticket = await findTicketWithoutEntries(desk, number);
  if (!ticket || ticket.state === "closed" || ticket.news) return; // a ticket with news still waits for routing
  if (!ticket.officer) {
    if (officerFor(ticket, staff.officers, {})) await routeAgain(desk, number, `found-${ticket.version}`);
    return;
  }
  for (const notice of ticket.notices ?? [])
    if (notice.calls && (await followCall(desk, ticket, { ...notice, calls: notice.calls }, staff)) === "assigned")
      return;
}

type Call = Notice & { calls: string[] };

async function followCall(desk: Desk, ticket: Ticket, notice: Call, staff: Staff): Promise<"assigned" | undefined> {
  const now = Date.now();
  const officer = staff.officers.find(({ id, active }) => active && id === notice.officer);
  if (!officer || !holdersOf(ticket).includes(officer.id)) return drop(desk, ticket, notice);
  const states = await findStates(desk, notice);
  if (isSent(states)) {
    if (officer.id === ticket.officer && !notice.news) {
      const beside = await findToldBeside(desk, ticket, staff.officers);
      await sayWhoIsReached(desk, ticket, { officer, beside });
      if (notice.nobody) alarmOperators(desk, ticket, TOLD_NOW);
      await settleNotice(desk, ticket, notice, now, { reached: `${officer.id}-${notice.id}` });
      return undefined;
    }
    return drop(desk, ticket, notice);
  }
  const isLost = states.every((state) => state === "failed");
  if (!isLost && now - notice.due < HURRIED_FOR) await hurry(desk, notice);
  if ((notice.missed === "unreached" || notice.calls.length === 0) && staff.reachable.has(officer.id)) {
    const again = await callOfficer(desk, officer, ticket, { id: `${notice.id}-v${ticket.version}` });
    await settleNotice(desk, ticket, notice, now, { again: { ...again, ...defined({ nobody: notice.nobody }) } });
    return undefined;
  }
  if (!isLost && now - notice.due < PATIENCE) return undefined;
  const standIn = await findReachedStandIn(desk, notice, staff.officers);
  const next = standIn.told ? undefined : await findNext(desk, ticket, notice, staff);
  const heir = isLost ? (standIn.told ?? next) : notice.nobody && standIn.told;
  if (heir && !notice.news) {
    if (!notice.missed) alarmOperators(desk, ticket, ONE_NOT_TOLD);
    const { call } = heir === standIn.told ? standIn : {};
    await assignTo(desk, ticket, heir, {
      by: "system",
      from: officer.id,
      ...defined({ call, operatorsKnow: notice.nobody }),
    });
    return "assigned";
  }
  if (!standIn.told) {
    const missed = isLost && !staff.reachable.has(officer.id) ? "unreached" : "late";
    await noteMissedCall(desk, ticket, notice, { missed, next, isWaiting: standIn.waits });
  }
  return undefined;
}

async function hurry({ store, queue }: Pick<Desk, "store" | "queue">, { calls, instead = [] }: Call): Promise<void> {
  const all = [...calls, ...instead.flatMap((one) => one.calls)];
  for (const conversation of new Set(all.map(conversationIn)))
    if (await store.shortenPause(conversation, LONGEST_WAIT))
      await queue.wake("outbound", { conversation }, { delay: LONGEST_WAIT });
}

async function findToldBeside(
  desk: Desk,
  { beside, notices = [] }: Ticket,
  officers: readonly Officer[],
): Promise<Officer | undefined> {
  for (const notice of notices.filter((one) => one.officer === beside))
    if (!isSent(await findStates(desk, notice))) return undefined;
  return officers.find(({ id, active }) => active && id === beside);
}

async function drop(desk: Desk, ticket: Ticket, notice: Notice): Promise<undefined> {
  await settleNotice(desk, ticket, notice, Date.now());
}

async function findNext(
  desk: Desk,
  ticket: Ticket,
  { officer, instead = [] }: Notice,
  { officers, reachable }: Staff,
): Promise<Officer | undefined> {
  if (officer !== ticket.officer) return undefined;
  const called = new Set([officer, ...instead.map((one) => one.officer)]);
  const others = officers.filter(({ id }) => !called.has(id) && reachable.has(id));
  return officerFor(ticket, others, await findLoads(desk, ticket, others));
}
