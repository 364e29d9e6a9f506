import { AppError, wrongField } from "../../vocabulary/errors.ts";
import { OFFICES, type Office, PART_ANSWERS, type PartOutcome } from "../../vocabulary/lists.ts";
import { hasWords } from "../has-words.ts";
import { kindTable } from "../kinds/index.ts";
import type { Move } from "../kinds/kind.ts";
import type { Officer } from "../officer.ts";
import { officesFor, openPartOf, openPartsOf } from "../part.ts";
import { requireReason } from "../reason.ts";
import { mayHold } from "../routing.ts";
import type { Ticket, TicketEvent } from "../ticket.ts";
import { findLoads, mayNotHoldError } from "./assign.ts";
import { actIdOf, type Caller, type ExpectedVersion, guardOf, requireTicket } from "./caller.ts";
import { noWordsError } from "./check-head.ts";
import { choosePartOfficer } from "./choose-part-officer.ts";
import { commitWithMessage } from "./commit-with-message.ts";
import type { Desk } from "./desk.ts";
import { makeNotices, sendNotices } from "./notices.ts";
import { alertOfAccusedOfficer, readOfficerWords } from "./officer-words.ts";
import { composePartMessage } from "./part-words.ts";
import { scheduleWakeUp } from "./schedule-wake-up.ts";

export type Share = Caller & ExpectedVersion & { id: string; office: string; text: string; to?: string | undefined };
export type PartEnd = Caller &
  ExpectedVersion & { id: string; text: string; office?: string | undefined; outcome?: string | undefined };

/**
 * Rejects as `requireTicket` and `checkOffice` do, and with:
 * - NO_WORDS: `text` has no words.
 * - FORBIDDEN: the named officer may not have the ticket.
 * - BAD_REQUEST: there is no such office, or the office has no such officer.
 */
export async function shareTicket(desk: Desk, number: string, share: Share): Promise<Ticket> {
  const before = await requireTicket(desk, number, share, "share");
  const office = requireOffice(share.office);
  if (!hasWords(share.text)) throw noWordsError("text");
  const id = actIdOf(share, share.id);
  const isRepeat = (await desk.store.findEntry(number, id)) !== undefined;
  const openPart = openPartOf(before, office);
  if (!isRepeat) checkOffice(before, office, share);
  const officers = await desk.store.officers(before.district);
  const officer = share.to
    ? requireNamedOfficer(share.to, office, before, officers)
    : await choosePartOfficer(desk, before, office, {
        officers,
        loads: await findLoads(desk, before, officers),
      });
  const { storedWords, namesDinsosOfficer } = await readOfficerWords(desk, before, {
    words: share.text.trim(),
    author: share.officer,
    isInward: true, // the citizen reads a standard sentence, not these words
  });
  const event: TicketEvent = {
    type: "share",
    id,
    at: Date.now(),
    by: share.by,
    ...storedWords,
    office,
    ...(officer ? { officer: officer.id, notices: await makeNotices(desk, before, [officer]) } : {}),
  };
  const says = openPart ? undefined : kindTable(before.kind).moves.share.says;
  const words = [share.by, office, share.text.trim(), share.to ?? null];
  return commitPartEvent(desk, before, event, { says, namesDinsosOfficer, guard: guardOf(desk, share, before, words) });
}

function checkOffice(ticket: Ticket, office: Office, { to, officer }: Share): void {
  const { number } = ticket;
  const allowed = officesFor(ticket);
  if (!allowed.includes(office))
    throw wrongField("office", `${office} may have no part of ${number}; ${allowed.join(", ") || "no office"} may`);
  if (ticket.doubt && office !== "dinsos")
    throw wrongField(
      "office",
      `${number} is in doubt, so ${office} could not read it: first amend it as confidential or open, or transfer it`,
    );
  if (officer?.rung === office && ticket.officer === officer.id)
    throw wrongField("office", `${number} is with ${office} already`);
  const openPart = openPartOf(ticket, office);
  if (openPart && (to === undefined || to === openPart.officer))
    throw wrongField(to ? "to" : "office", `${office} has an open part of ${number} already`);
}

function requireNamedOfficer(id: string, office: Office, ticket: Ticket, officers: readonly Officer[]): Officer {
  const officer = officers.find((one) => one.id === id && one.rung === office);
  if (!officer) throw wrongField("to", `no officer ${id} of ${office} in ${ticket.district}`);
  if (!mayHold(officer, ticket)) throw mayNotHoldError(officer, ticket.number);
  return officer;
}

/**
 * Rejects as `requireTicket` does, and with:
 * - NO_PART: no office has an open part.
 * - NOT_YOURS: the officer is neither of the office nor of the Dinsos.
 * - NO_WORDS: `text` has no words.
 * - NO_REASON: the outcome is not "done", and `text` gives no reason.
 * - BAD_REQUEST: the office or the outcome is missing or unknown.
 */
export async function endPart(desk: Desk, number: string, end: PartEnd): Promise<Ticket> {
  const before = await requireTicket(desk, number, end, "end-part");
  const { officer } = end;
  const office = await requireOfficeOfPart(desk, before, end);
  if (officer && officer.rung !== office && officer.rung !== "dinsos")
    throw new AppError("NOT_YOURS", `${officer.id} may not end the part of ${office}`);
  if (!hasWords(end.text)) throw noWordsError("text");
  const outcome = requireOutcome(end, officer?.rung === office);
  const move = kindTable(before.kind).moves["end-part"];
  const { requires = [], says }: Pick<Move, "requires" | "says"> = outcome === "done" ? move : (move.notDone ?? move);
  const text = requires.includes("reason") ? requireReason(end.text, "text") : end.text.trim();
  const isInward = says === undefined; // the citizen reads the words only if the part is done
  const said = outcome === "ended" ? "casework.partTakenBack" : says;
  const { storedWords, namesDinsosOfficer } = await readOfficerWords(desk, before, {
    words: text,
    author: officer,
    isInward,
  });
  const id = actIdOf(end, end.id);
  const event: TicketEvent = { type: "end-part", id, at: Date.now(), by: end.by, ...storedWords, office, outcome };
  const guard = guardOf(desk, end, before, [end.by, office, outcome, text]);
  return commitPartEvent(desk, before, event, { says: said, namesDinsosOfficer, guard });
}

async function requireOfficeOfPart(
  { store }: Pick<Desk, "store">,
  ticket: Ticket,
  { id, office, ...caller }: PartEnd,
): Promise<Office> {
  if (office !== undefined) return requireOffice(office);
  const key = actIdOf(caller, id);
  const done = await store.findEntry(ticket.number, key);
  if (done?.type === "end-part") return done.office;
  const open = openPartsOf(ticket);
  const own = open.find((part) => part.office === caller.officer?.rung);
  const [only, ...others] = open;
  if (own) return own.office;
  if (only && others.length === 0) return only.office;
  if (!only) throw new AppError("NO_PART", `no office has an open part of ${ticket.number}`);
  throw wrongField("office", `which? ${open.map((part) => part.office).join(", ")} have a part`);
}

function requireOutcome({ outcome }: PartEnd, isOwn: boolean): PartOutcome {
  if (outcome === undefined && !isOwn) return "ended";
  const known = PART_ANSWERS.find((one) => one === outcome);
  if (known) return known;
  throw wrongField("outcome", `one of ${PART_ANSWERS.join(", ")}`);
}

/** Throws BAD_REQUEST for an unknown name. */
export function requireOffice(given: string): Office {
  const office = OFFICES.find((one) => one === given);
  if (office) return office;
  throw wrongField("office", `there is no ${given}; there are ${OFFICES.join(", ")}`);
}

type PartCommit = { says: string | undefined; namesDinsosOfficer: boolean; guard: ReturnType<typeof guardOf> };

async function commitPartEvent(
  desk: Desk,
  before: Ticket,
  event: TicketEvent & { type: "share" | "end-part" },
  { says, namesDinsosOfficer, guard }: PartCommit,
): Promise<Ticket> {
  const { number } = before;
  const message = says === undefined ? undefined : await composePartMessage(desk, before, says, event);
  const ticket = await commitWithMessage(desk, before, event, message, guard);
  if (namesDinsosOfficer) alertOfAccusedOfficer(desk, ticket);
  if (ticket.news) await desk.queue.wake("complaints", { number });
  await scheduleWakeUp(desk, ticket);
  if (event.type === "share") await sendNotices(desk, number);
  return ticket;
}
