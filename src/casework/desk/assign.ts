import { defined } from "../../defined.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import type { Office } from "../../vocabulary/lists.ts";
import type { OutboundBody, Text } from "../../vocabulary/message.ts";
import type { ActGuard } from "../act-guard.ts";
import { rule } from "../category.ts";
import { kindTable } from "../kinds/index.ts";
import { unlessDoubted } from "../lane.ts";
import type { Notice } from "../notice.ts";
import type { Officer } from "../officer.ts";
import { partOfficersOf } from "../part.ts";
import { besideFor, mayHold, officerFor, raisedFor } from "../routing.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { type Caller, type Expecting, guardOf, seenBy, ticketFor } from "./caller.ts";
import type { Desk } from "./desk.ts";
import { giveNotices, noticesFor } from "./notices.ts";
import { shareByReason } from "./share-by-reason.ts";
import { tellOfficer } from "./tell-officer.ts";
import { ticketWords } from "./ticket-words.ts";
import { alarmOperators, alarmValues } from "./urgent-alarm.ts";
import { wakeAhead } from "./wake-ahead.ts";

/**
 * A stage of its own, apart from answering: assigns a ticket that is new or has news to an officer. Every step may be
 * repeated. A ticket for which no officer is found waits in the Dinsos list.
 */
export async function assign(desk: Desk, number: string): Promise<void> {
  const { store, districts, log } = desk;
  const found = await store.ticket(number);
  if (!found?.news) return;
  const officers = await store.officers(found.district);
  const loads = await loadsFor(desk, found, officers);
  const owner = found.reason ? districts.get(found.district)?.reasons[found.reason]?.repaired_by : undefined;
  const keeping = (id: string | undefined) => officers.find((one) => one.id === id && seenBy(desk, one, found));
  const kept = keeping(found.officer);
  const officer = found.raise
    ? raisedFor(found, kept, officers, loads, owner)
    : (kept ?? officerFor(found, officers, loads, owner));
  const other = officer && (keeping(found.beside) ?? besideFor(found, officers, loads));
  const beside = other?.id === officer?.id ? undefined : other;
  const isTold = officer !== undefined && officer.id !== found.officer && !beside;
  const { ticket, shared } = await shareByReason(desk, found, { officers, loads, owner, holder: officer, isTold });
  const theirs = officers.filter((one) => partOfficersOf(ticket).includes(one.id));
  const notices = await announce(desk, ticket, [...new Set([officer, beside, ...theirs])]);
  if (ticket.kind === "urgent" && !kept)
    alarmOperators(desk, ticket, officer ? "somebody is in danger" : "an urgent ticket has no officer");
  const to = { officer, beside, notices, ...defined({ shared }) };
  await wakeAhead(desk, await writeAssignment(desk, ticket, to, { by: "system" }));
  log("info", { ticket: number, rung: officer?.rung ?? "none", again: kept !== undefined }, "assign");
  const { sensitive, doubt, barred = [], district } = ticket;
  if (!officer && (sensitive || doubt || barred.length > 0)) {
    const what = "no officer may read a ticket that names, or may name, an official";
    log("warn", { alarm: "confidential", ticket: number, district }, what);
  }
}

/** The load of each officer who could get this ticket. */
export const loadsFor = (
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
 * Assigns a ticket to the officer `id`, as the caller decided. Rejects with FORBIDDEN when that officer may not have
 * it, with TICKET_TAKEN when somebody else got it meanwhile, and with TICKET_CLOSED when it is closed.
 */
export async function giveTicket(desk: Desk, number: string, id: string, caller: Caller & Expecting): Promise<Ticket> {
  const ticket = await ticketFor(desk, number, caller, "transfer");
  const officers = await desk.store.officers(ticket.district);
  const officer = officers.find((one) => one.id === id);
  if (!officer) throw wrongField("to", `no officer ${id} in ${ticket.district}`);
  // An officer of the Dinsos settles a doubt by giving the ticket to somebody who could not have it before.
  const isChecked = ticket.doubt === true && officer.rung !== "dinsos" && caller.officer !== undefined;
  if (!mayHold(officer, isChecked ? unlessDoubted(ticket) : ticket))
    throw new AppError("FORBIDDEN", `${id} may not have ${number}`);
  const by = caller.officer?.id ?? caller.by;
  const guard = guardOf(desk, caller, ticket);
  return given(desk, ticket, officer, { by, from: ticket.officer ?? null, isChecked, guard });
}

/**
 * Assigns a ticket that nobody has to the officer who takes it; when two take it at once, one gets it. Rejects with
 * TICKET_TAKEN and TICKET_CLOSED.
 */
export async function takeTicket(
  desk: Desk,
  number: string,
  officer: Officer,
  expecting: Expecting = {},
): Promise<Ticket> {
  const ticket = await ticketFor(desk, number, { officer }, "take");
  const guard = guardOf(desk, { officer, ...expecting }, ticket);
  return given(desk, ticket, officer, { by: officer.id, from: null, guard });
}

/**
 * `from` is the officer who has the ticket as far as the giver knows, `null` for nobody; the store refuses the change
 * when that is no longer true.
 */
async function given(
  desk: Desk,
  ticket: Ticket,
  officer: Officer,
  giver: Giver & { from: string | null },
): Promise<Ticket> {
  if (ticket.officer === officer.id && ticket.state !== "closed") return ticket;
  const officers = await desk.store.officers(ticket.district);
  const beside = officers.find((one) => one.id === ticket.beside && one.id !== officer.id);
  // An officer who takes a ticket needs no notification of it.
  const notices = giver.by === officer.id ? [] : await announce(desk, ticket, [officer]);
  const changed = await writeAssignment(desk, ticket, { officer, beside, notices }, giver);
  await giveNotices(desk, ticket.number);
  return changed;
}

/** `shared` is the office that has just got a part; the sentence to the citizen names it too. */
type Assignment = { officer: Officer | undefined; beside: Officer | undefined; notices: Notice[]; shared?: Office };
type Giver = { by: string; from?: string | null; isChecked?: boolean; guard?: ActGuard };

/** Writes who has a ticket, and tells its citizen when that is somebody new. */
async function writeAssignment(desk: Desk, ticket: Ticket, to: Assignment, giver: Giver): Promise<Ticket> {
  const { store, queue } = desk;
  const { number, conversation, events } = ticket;
  const { officer, beside, notices, shared } = to;
  const { by, from, isChecked, guard } = giver;
  // An assignment by hand and one by the system are two events, even at the same moment; the same assignment twice is
  // one event.
  const id = by === "system" ? `routed-${events.length}` : `given-${events.length}-${officer?.id ?? ""}`;
  const isQuiet = rule(ticket.category).onlyMarked === "survivor"; // somebody else may hold the survivor's phone
  const isNew = officer !== undefined && officer.id !== ticket.officer && !isQuiet;
  const { says } = kindTable(ticket.kind).moves[from === undefined ? "assign" : "transfer"];
  const message =
    isNew && says && conversation ? await wordsFor(desk, ticket, says, { officer, beside, shared }) : undefined;
  const event: TicketEvent = {
    type: "assign",
    id,
    at: Date.now(),
    by,
    text: officer?.name ?? "",
    seen: events.length,
    ...defined({ from }),
    ...(isChecked ? { checked: true } : {}),
    ...(officer ? { officer: officer.id } : {}),
    ...(beside ? { beside: beside.id } : {}),
    ...(notices.length > 0 ? { notices } : {}),
    ...(message && conversation ? { outbound: `${conversation}.${number}-${id}` } : {}),
  };
  const changed = await store.changeTicket(number, event, message, guard);
  if (message && conversation) await queue.wake("outbound", { conversation });
  return changed;
}

async function wordsFor(
  desk: Desk,
  ticket: Ticket,
  says: string,
  { officer, beside, shared }: { officer: Officer; beside: Officer | undefined; shared: Office | undefined },
): Promise<OutboundBody | undefined> {
  const said: Text = {
    key: beside ? `${says}Beside` : shared ? `${says}Shared` : says,
    values: {
      number: ticket.number,
      officer: officer.name,
      rung: { key: `rung.${officer.rung}` },
      ...(shared ? { office: { key: `owner.${shared}` } } : {}),
      ...(beside ? { beside: beside.name, besideRung: { key: `rung.${beside.rung}` } } : {}),
    },
  };
  return (await ticketWords(desk, ticket, { parts: [said] }))?.[0];
}

/**
 * Notifies the officers of an urgent ticket at once, at any hour. For any other ticket it returns the notifications;
 * the caller stores them in the step that assigns the ticket.
 */
async function announce(desk: Desk, ticket: Ticket, officers: readonly (Officer | undefined)[]): Promise<Notice[]> {
  if (kindTable(ticket.kind).told === "by-day") return noticesFor(desk, ticket, officers);
  const said = { key: "casework.urgent", values: alarmValues(desk, ticket), id: String(ticket.events.length) };
  for (const officer of officers) if (officer) await tellOfficer(desk, officer, ticket, said);
  return [];
}
