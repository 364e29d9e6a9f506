import { AppError, wrongField } from "../../vocabulary/errors.ts";
import { OFFICES, type Office, PART_ANSWERS, type PartOutcome } from "../../vocabulary/lists.ts";
import { actId } from "../act-id.ts";
import { hasWords } from "../has-words.ts";
import { kindTable } from "../kinds/index.ts";
import type { Move } from "../kinds/kind.ts";
import type { Officer } from "../officer.ts";
import { officesFor, openPartOf, openPartsOf } from "../part.ts";
import { checkedReason } from "../reason.ts";
import { mayHold, partOfficerFor } from "../routing.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { loadsFor } from "./assign.ts";
import { type Caller, callerKey, type Expecting, guardOf, ticketFor } from "./caller.ts";
import { noWords } from "./check-head.ts";
import type { Desk } from "./desk.ts";
import { giveNotices, noticesFor } from "./notices.ts";
import { alarmOfNamed, ownWords } from "./own-words.ts";
import { partWords } from "./part-words.ts";
import { wakeAhead } from "./wake-ahead.ts";

/** The caller chooses `id`. `text` says what the office has to do, `to` names the officer who has to do it. */
export type Share = Caller & Expecting & { id: string; office: string; text: string; to?: string | undefined };
/** A caller may leave out `office` if it is their own or the only one; a supervisor may leave out `outcome`. */
export type PartEnd = Caller &
  Expecting & { id: string; text: string; office?: string | undefined; outcome?: string | undefined };

/**
 * Gives an office a part of a ticket, or its open part to another of its officers. Rejects as every act does, with
 * BAD_REQUEST naming the field where the office may have no part of it, has one already, or has no such officer.
 */
export async function shareTicket(desk: Desk, number: string, share: Share): Promise<Ticket> {
  const before = await ticketFor(desk, number, share, "share");
  const office = officeNamed(share.office);
  if (!hasWords(share.text)) throw noWords("text");
  const id = actId(callerKey(share), share.id);
  const isRepeat = before.events.some((event) => event.id === id);
  const there = openPartOf(before, office);
  if (!isRepeat) checkOffice(before, office, share);
  const officers = await desk.store.officers(before.district);
  const officer = share.to
    ? named(share.to, office, before, officers)
    : await freeOfficer(desk, before, office, officers);
  const { own, isNamed } = await ownWords(desk, before, {
    words: share.text.trim(),
    author: share.officer,
    isInward: true,
  });
  const event: TicketEvent = {
    ...{ type: "share", id, at: Date.now(), by: share.by, ...own, office },
    ...(officer ? { officer: officer.id, notices: await noticesFor(desk, before, [officer]) } : {}),
  };
  const says = there ? undefined : kindTable(before.kind).moves.share.says;
  const words = [share.by, office, share.text.trim(), share.to ?? null];
  return written(desk, before, event, { says, isNamed, guard: guardOf(desk, share, before, words) });
}

/** Throws where the office may have no part of a ticket, or where its part would stay as it is. */
function checkOffice(ticket: Ticket, office: Office, { to, officer }: Share): void {
  const { number } = ticket;
  const may = officesFor(ticket);
  if (!may.includes(office))
    throw wrongField("office", `${office} may have no part of ${number}; ${may.join(", ") || "no office"} may`);
  if (officer?.rung === office && ticket.officer === officer.id)
    throw wrongField("office", `${number} is with ${office} already`);
  const there = openPartOf(ticket, office);
  if (there && (to === undefined || to === there.officer))
    throw wrongField(to ? "to" : "office", `${office} has an open part of ${number} already`);
}

function named(id: string, office: Office, ticket: Ticket, officers: readonly Officer[]): Officer {
  const officer = officers.find((one) => one.id === id && one.rung === office);
  if (!officer) throw wrongField("to", `no officer ${id} of ${office} in ${ticket.district}`);
  if (!mayHold(officer, ticket)) throw new AppError("FORBIDDEN", `${id} may not have ${ticket.number}`);
  return officer;
}

/** Whom of an office a part is given to; `undefined` where nobody of it serves the place. */
const freeOfficer = async (
  desk: Pick<Desk, "store">,
  ticket: Ticket,
  office: Office,
  officers: readonly Officer[],
): Promise<Officer | undefined> => partOfficerFor(ticket, office, officers, await loadsFor(desk, ticket, officers));

/**
 * Ends an office's part. An officer of the office says how it ended; a supervisor may end it with a reason. Rejects as
 * every act does, and with NO_PART, NO_REASON.
 */
export async function endPart(desk: Desk, number: string, end: PartEnd): Promise<Ticket> {
  const before = await ticketFor(desk, number, end, "end-part");
  const { officer } = end;
  const office = officeToEnd(before, end);
  if (officer && officer.rung !== office && officer.rung !== "dinsos")
    throw new AppError("NOT_YOURS", `${officer.id} may not end the part of ${office}`);
  if (!hasWords(end.text)) throw noWords("text");
  const outcome = outcomeOf(end, officer?.rung === office);
  const move = kindTable(before.kind).moves["end-part"];
  const { requires = [], says }: Pick<Move, "requires" | "says"> = outcome === "done" ? move : (move.undone ?? move);
  const text = requires.includes("reason") ? checkedReason(end.text, "text") : end.text.trim();
  const isInward = says === undefined;
  const { own, isNamed } = await ownWords(desk, before, { words: text, author: officer, isInward });
  const id = actId(callerKey(end), end.id);
  const event: TicketEvent = { type: "end-part", id, at: Date.now(), by: end.by, ...own, office, outcome };
  const guard = guardOf(desk, end, before, [end.by, office, outcome, text]);
  return written(desk, before, event, { says, isNamed, guard });
}

/** The office that is named; else the caller's own where it has a part, or the only one that has. */
function officeToEnd(ticket: Ticket, { id, office, ...caller }: PartEnd): Office {
  if (office !== undefined) return officeNamed(office);
  const key = actId(callerKey(caller), id);
  const done = ticket.events.find((event) => event.id === key);
  if (done?.type === "end-part") return done.office;
  const open = openPartsOf(ticket);
  const own = open.find((part) => part.office === caller.officer?.rung);
  const [only, ...others] = open;
  if (own) return own.office;
  if (only && others.length === 0) return only.office;
  if (!only) throw new AppError("NO_PART", `no office has an open part of ${ticket.number}`);
  throw wrongField("office", `which? ${open.map((part) => part.office).join(", ")} have a part`);
}

function outcomeOf({ outcome }: PartEnd, isOwn: boolean): PartOutcome {
  if (outcome === undefined && !isOwn) return "ended";
  const known = PART_ANSWERS.find((one) => one === outcome);
  if (known) return known;
  throw wrongField("outcome", `one of ${PART_ANSWERS.join(", ")}`);
}

/** Throws BAD_REQUEST for a name that is no office's. */
export function officeNamed(given: string): Office {
  const office = OFFICES.find((one) => one === given);
  if (office) return office;
  throw wrongField("office", `there is no ${given}; there are ${OFFICES.join(", ")}`);
}

type Writing = { says: string | undefined; isNamed: boolean; guard: ReturnType<typeof guardOf> };

/** Writes what happens to a part, with the sentence for its citizen in the same step, and wakes the worker that goes on. */
async function written(
  desk: Desk,
  before: Ticket,
  event: TicketEvent & { type: "share" | "end-part" },
  { says, isNamed, guard }: Writing,
): Promise<Ticket> {
  const { store, queue } = desk;
  const { number, conversation } = before;
  const message = says === undefined ? undefined : await partWords(desk, before, says, event);
  const outbound = message && conversation ? { outbound: `${conversation}.${number}-${event.id}` } : {};
  const ticket = await store.changeTicket(number, { ...event, ...outbound }, message, guard);
  if (message && conversation) await queue.wake("outbound", { conversation });
  if (isNamed) alarmOfNamed(desk, ticket);
  if (ticket.news) await queue.wake("complaints", { number });
  await wakeAhead(desk, ticket);
  if (event.type === "share") await giveNotices(desk, number);
  return ticket;
}
