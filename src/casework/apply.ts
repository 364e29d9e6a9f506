import { type Act, OFFICER_ACTS } from "../vocabulary/acts.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { EventType, Rung, Step } from "../vocabulary/lists.ts";
import { checkRepeated } from "./act-id.ts";
import { clockEffects } from "./clock.ts";
import { mayLower } from "./closed-lane.ts";
import { type Calendar, calendarOf } from "./deadline.ts";
import { intoDanger } from "./into-danger.ts";
import { kindTable } from "./kinds/index.ts";
import type { Move, MoveName, Relation } from "./kinds/kind.ts";
import { inLane } from "./lane.ts";
import { apart, withMentioned } from "./mentioned.ts";
import type { Officer } from "./officer.ts";
import { isOpenAgain } from "./open-question.ts";
import { openPartsOf } from "./part.ts";
import { checkParts, partEffects, partsInSight, withWork } from "./part-effects.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";
import { written } from "./written.ts";

/** The one interpreter of the kinds' tables: who may do what, in which step, and what becomes of the ticket. */

const moveOf = ({ kind }: Pick<Ticket, "kind">, name: MoveName): Move => kindTable(kind).moves[name];

type Held = Pick<Ticket, "kind" | "officer" | "beside" | "category" | "sensitive" | "doubt"> &
  Partial<Pick<Ticket, "parts">>;

function relationsOf({ id, rung }: Officer, ticket: Pick<Held, "officer" | "beside" | "parts">): Relation[] {
  const isPart = openPartsOf(ticket).some(({ office, officer = id }) => office === rung && officer === id);
  const part: Relation[] = isPart ? ["part"] : [];
  if (ticket.officer === id) return ["holder", ...part];
  if (ticket.beside === id) return ["beside", ...part];
  return [rung === "dinsos" ? "supervisor" : "area", ...part];
}

/** Whether an officer's words of this kind are for the citizen. */
export const isToCitizen = ({ kind }: Pick<Ticket, "kind">, type: EventType): boolean =>
  isOfficerAct(type) && kindTable(kind).moves[type].says !== undefined;

/** Whether something ends an open ticket. */
export const ends = ({ kind }: Pick<Ticket, "kind">, name: MoveName): boolean => {
  const step = kindTable(kind).moves[name].to?.working;
  return step !== undefined && isEnded(step);
};

/** Whether an officer may do this to a ticket that they see, in any of its steps. */
export function mayDo(officer: Officer, ticket: Held, act: Act): boolean {
  const { by, requires = [] } = moveOf(ticket, act);
  if (typeof by === "string") return false;
  if (requires.includes("mark") && !mayLower(officer, ticket)) return false;
  return relationsOf(officer, ticket).some((relation) => {
    const rungs: readonly Rung[] = by[relation] ?? [];
    return rungs.includes(officer.rung);
  });
}

const isOfficerAct = (type: string): boolean => (OFFICER_ACTS as readonly string[]).includes(type);

type Stepped = Pick<Ticket, "number" | "kind" | "state" | "repairedAt" | "sensitive">;

const stepOf = ({ state, repairedAt }: Pick<Stepped, "state" | "repairedAt">): Step =>
  state === "closed" && repairedAt !== undefined ? "repaired" : state;

const isEnded = (step: Step): boolean => step === "repaired" || step === "closed";

function canHappen(ticket: Stepped, { from, fromConfidential = from }: Move): boolean {
  return (ticket.sensitive ? fromConfidential : from).includes(stepOf(ticket)) && from.includes(stepOf(ticket));
}

/**
 * Throws TICKET_CLOSED for an event that cannot happen to a ticket that has ended, TICKET_WAITING for one that may not end a
 * ticket while its citizen's answer is awaited, and TICKET_NOT_WAITING for one that needs an open question.
 */
export function checkStep(ticket: Stepped, name: MoveName): void {
  const { number } = ticket;
  if (canHappen(ticket, moveOf(ticket, name))) return;
  if (isEnded(stepOf(ticket)))
    throw new AppError(
      "TICKET_CLOSED",
      `ticket ${number} is closed; only its citizen opens it again, and a note can still be written`,
    );
  if (stepOf(ticket) === "waiting")
    throw new AppError(
      "TICKET_WAITING",
      `ticket ${number} waits for its citizen's answer and never ends by silence; to end it without one, go on first (\`sapa tickets proceed ${number} WHY\`), then do this again`,
    );
  throw new AppError(
    "TICKET_NOT_WAITING",
    `ticket ${number} waits for no answer, so there is nothing to go on from; answer, ask or close it as it is`,
  );
}

/** The name of an event in the kind's table: an assignment whose maker knew the assignee before is a transfer. */
const nameOf = (event: TicketEvent): MoveName =>
  event.type === "assign" && event.from !== undefined ? "transfer" : event.type;

/** The ticket after an event; the same event twice changes nothing. Throws as `checkStep` does. */
export function ticketAfter(ticket: Ticket, given: TicketEvent, calendars: Calendar): Ticket {
  const calendar = calendarOf(ticket.district, calendars);
  const { event, typed } = apart(given);
  const known = ticket.events.find(({ id }) => id === event.id);
  if (known) checkRepeated(known, event);
  if (known) return ticket;
  const name = nameOf(event);
  const move = moveOf(ticket, name);
  if (move.late === "ignored" && !canHappen(ticket, move)) return ticket;
  checkStep(ticket, name);
  checkParts(ticket, move, event);
  const next = written(ticket, event);
  if (next === ticket) return ticket;
  const lane = "lane" in event ? event.lane : undefined;
  const moved = afterMove(next, move, { before: ticket, event, calendar });
  const laid = partsInSight(inLane(intoDanger(moved, lane, calendar), lane), event.at);
  const changed = withMentioned(laid, event.id, typed);
  const version = ticket.version + 1;
  const events = changed.events.map((one) => (one.id === event.id ? { ...one, version } : one));
  return { ...changed, version, events };
}

type Given = { before: Ticket; event: TicketEvent; calendar: Calendar };

/** The ticket in the step that follows, with the clocks as they run there. */
function afterMove(ticket: Ticket, { to = {}, clock = [], part, onlyIf }: Move, given: Given): Ticket {
  const { before, event } = given;
  const isHeld = onlyIf === undefined || isOpenAgain(ticket, event);
  const step = isHeld ? to[stepOf(before)] : undefined;
  const effects = clock.filter((one) => step !== undefined || one === "answered" || one === "recount");
  const timed = effects.reduce((one, effect) => clockEffects[effect](one, given), ticket);
  const next = withWork(part ? partEffects[part](timed, given) : timed, event);
  return step === undefined ? next : inStep(next, step, event.at);
}

/** A repaired ticket is kept as a closed one, with the time of the repair. */
const inStep = (ticket: Ticket, step: Step, at: number): Ticket =>
  step === "repaired" ? { ...ticket, state: "closed", repairedAt: at } : { ...ticket, state: step };
