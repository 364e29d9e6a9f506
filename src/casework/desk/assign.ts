import { defined } from "../../defined.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import type { Office } from "../../vocabulary/lists.ts";
import { holdersOf } from "../access.ts";
import { rule } from "../category.ts";
import { kindTable } from "../kinds/index.ts";
import { settleDoubt } from "../lane.ts";
import { isCall, type Notice } from "../notice.ts";
import type { Officer } from "../officer.ts";
import { partOfficersOf } from "../part.ts";
import { lengthOf } from "../past.ts";
import { besideFor, mayHold, officerAfterDispute, officerFor } from "../routing.ts";
import type { ActGuard } from "../stale-act.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { chooseReachable, mustBeReachable } from "../urgent.ts";
import { announceTicket } from "./announce.ts";
import { composeAssignmentMessage } from "./assignment-message.ts";
import {
  type Caller,
  type ExpectedVersion,
  findTicketWithoutEntries,
  guardOf,
  isVisibleTo,
  requireTicket,
} from "./caller.ts";
import { commitWithMessage } from "./commit-with-message.ts";
import type { Desk } from "./desk.ts";
import { sendNotices } from "./notices.ts";
import { findReachable } from "./officer-chats.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";
import { shareAtRouting } from "./share-at-routing.ts";
import { correctPromise } from "./tell-citizen-in-danger.ts";
import { alarmOperators } from "./urgent-alarm.ts";

/** If routing finds no officer, the ticket waits in the list of the Dinsos. */
export async function assignTicket(desk: Desk, number: string): Promise<void> {
  const { store, districts, log } = desk;
  const found = await findTicketWithoutEntries(desk, number);
  if (!found?.news) return;
  const officers = await store.officers(found.district);
  const loads = await findLoads(desk, found, officers);
  const repairedBy = found.reason ? districts.get(found.district)?.reasons[found.reason]?.repaired_by : undefined;
  const stillHolding = (id: string | undefined) =>
    officers.find((one) => one.id === id && isVisibleTo(desk, one, found) && (!found.moved || mayHold(one, found)));
  const kept = stillHolding(found.officer);
  const reachable = mustBeReachable(found) ? await findReachable(desk, officers) : new Set<string>();
  const choose = (chooseAmong: (candidates: readonly Officer[]) => Officer | undefined) =>
    chooseReachable(found, officers, reachable, chooseAmong);
  const officer = found.raise
    ? choose((among) => officerAfterDispute(found, kept, among, loads, repairedBy))
    : (kept ?? choose((among) => officerFor(found, among, loads, repairedBy)));
  const other = officer && (stillHolding(found.beside) ?? choose((among) => besideFor(found, among, loads)));
  const beside = other?.id === officer?.id ? undefined : other;
  const isTold = officer !== undefined && officer.id !== found.officer && !beside;
  const sharing = { officers, loads, owner: repairedBy ?? rule(found.category).sharedWith, holder: officer, isTold };
  const { ticket, shared } = await shareAtRouting(desk, found, sharing);
  const theirs = officers.filter((one) => partOfficersOf(ticket).includes(one.id));
  const told = [...new Set([officer, beside, ...theirs])];
  const notices = await announceTicket(desk, ticket, told, alreadyAlarmed(found, officer));
  if (ticket.kind === "urgent" && !kept)
    alarmOperators(desk, ticket, officer ? "somebody is in danger" : "an urgent ticket has no officer");
  if (ticket.kind === "urgent" && !officer) await correctPromise(desk, ticket);
  const to = { officer, beside, notices, ...defined({ shared }) };
  await scheduleWakeUp(desk, await writeAssignment(desk, ticket, to, { by: "system" }));
  log("info", { ticket: number, rung: officer?.rung ?? "none", again: kept !== undefined }, "assign");
  const { sensitive, doubt, barred = [], district } = ticket;
  if (!officer && (sensitive || doubt || barred.length > 0)) {
    const what = "no officer may read a ticket that names, or may name, an official";
    log("warn", { alarm: "confidential", ticket: number, district }, what);
  }
}

const alreadyAlarmed = (before: Ticket, next: Officer | undefined): string[] =>
  holdersOf(before).filter((id) => id !== next?.id || id === before.officer);

export const findLoads = (
  { store }: Pick<Desk, "store">,
  ticket: Ticket,
  officers: readonly Officer[],
): Promise<Record<string, number>> => {
  const able = officers.filter((one) => mayHold(one, ticket));
  return store.loads(
    ticket.district,
    able.map(({ id }) => id),
  );
};

/**
 * Rejects as `requireTicket` does, and with:
 * - BAD_REQUEST: the district has no officer `id`.
 * - FORBIDDEN: the officer may not have the ticket.
 * - TICKET_TAKEN: another assignee got the ticket while this call ran.
 * - TICKET_CLOSED: the ticket is closed.
 */
export async function giveTicket(
  desk: Desk,
  number: string,
  id: string,
  caller: Caller & ExpectedVersion,
): Promise<Ticket> {
  const ticket = await requireTicket(desk, number, caller, "transfer");
  const officers = await desk.store.officers(ticket.district);
  const officer = officers.find((one) => one.id === id);
  if (!officer) throw wrongField("to", `no officer ${id} in ${ticket.district}`);
  const isChecked = ticket.doubt === true && officer.rung !== "dinsos" && caller.officer !== undefined;
  if (!mayHold(officer, isChecked ? settleDoubt(ticket) : ticket)) throw mayNotHoldError(officer, number);
  const by = caller.officer?.id ?? caller.by;
  const guard = guardOf(desk, caller, ticket);
  return assignTo(desk, ticket, officer, { by, from: ticket.officer ?? null, isChecked, guard });
}

export const mayNotHoldError = ({ id, active }: Officer, number: string): AppError =>
  new AppError("FORBIDDEN", `${id} ${active ? "" : "is off and "}may not have ${number}`);

/** Rejects as `requireTicket` does, with TICKET_TAKEN if the ticket already has an assignee, and with TICKET_CLOSED. */
export async function takeTicket(
  desk: Desk,
  number: string,
  officer: Officer,
  expecting: ExpectedVersion = {},
): Promise<Ticket> {
  const ticket = await requireTicket(desk, number, { officer }, "take");
  const guard = guardOf(desk, { officer, ...expecting }, ticket);
  return assignTo(desk, ticket, officer, { by: officer.id, from: null, guard });
}

/**
 * - `call`: a call that the officer has already got.
 * - `operatorsKnow`: the operators have read that the service could reach no officer.
 * - `from`: the expected assignee, or `null`. Rejects with TICKET_TAKEN for another assignee.
 */
export async function assignTo(
  desk: Desk,
  ticket: Ticket,
  officer: Officer,
  giver: Giver & { from: string | null; call?: Notice; operatorsKnow?: true },
): Promise<Ticket> {
  if (ticket.officer === officer.id && ticket.state !== "closed") return ticket;
  const officers = await desk.store.officers(ticket.district);
  const beside = officers.find((one) => one.id === ticket.beside && one.id !== officer.id);
  const announced = () => announceTicket(desk, ticket, [officer], alreadyAlarmed(ticket, officer));
  const made = giver.by === officer.id ? [] : giver.call ? [giver.call] : await announced();
  const notices = giver.operatorsKnow ? made.map((one) => ({ ...one, nobody: true as const })) : made;
  const changed = await writeAssignment(desk, ticket, { officer, beside, notices }, giver);
  await sendNotices(desk, ticket.number);
  return changed;
}

type Assignment = { officer: Officer | undefined; beside: Officer | undefined; notices: Notice[]; shared?: Office };
type Giver = { by: string; from?: string | null; isChecked?: boolean; guard?: ActGuard };

async function writeAssignment(desk: Desk, ticket: Ticket, to: Assignment, giver: Giver): Promise<Ticket> {
  const { conversation } = ticket;
  const length = lengthOf(ticket);
  const { officer, beside, notices, shared } = to;
  const { by, from, isChecked, guard } = giver;
  const id = by === "system" ? `routed-${length}` : `given-${length}-${officer?.id ?? ""}`;
  const isQuiet = rule(ticket.category).onlyMarked === "survivor"; // another person may hold the survivor's phone
  // `followCalls` tells the citizen later, after the call has reached the officer.
  const isCalled = notices.some((one) => one.officer === officer?.id && isCall(one));
  const isNew = officer !== undefined && officer.id !== ticket.officer && !isQuiet && !isCalled;
  const { says } = kindTable(ticket.kind).moves[from === undefined ? "assign" : "transfer"];
  const message =
    isNew && says && conversation
      ? await composeAssignmentMessage(desk, ticket, says, { officer, beside, shared })
      : undefined;
  const event: TicketEvent = {
    type: "assign",
    id,
    at: Date.now(),
    by,
    text: officer?.name ?? "",
    seen: length,
    ...defined({ from }),
    ...(isChecked ? { checked: true } : {}),
    ...(officer ? { officer: officer.id } : {}),
    ...(beside ? { beside: beside.id } : {}),
    ...(notices.length > 0 ? { notices } : {}),
  };
  return commitWithMessage(desk, ticket, event, message, guard);
}
