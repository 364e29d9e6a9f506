import { type Act, OFFICER_ACTS } from "../vocabulary/acts.ts";
import { AppError } from "../vocabulary/errors.ts";
import type { EventType, Rung, Step } from "../vocabulary/lists.ts";
import { checkRepeated } from "./act-id.ts";
import { applyDangerLane } from "./apply-danger-lane.ts";
import { clockEffects } from "./clock.ts";
import { mayLower } from "./closed-lane.ts";
import { type Calendar, calendarOf } from "./deadline.ts";
import { kindTable } from "./kinds/index.ts";
import type { Move, MoveName, Relation } from "./kinds/kind.ts";
import { applyLane } from "./lane.ts";
import { separateNumbers, withMentioned, withPhone } from "./mentioned-numbers.ts";
import type { Officer } from "./officer.ts";
import { isOpenAgain } from "./open-question.ts";
import { openPartsOf } from "./part.ts";
import { beginPartWork, checkParts, endUnseenParts, partEffects } from "./part-effects.ts";
import { recordEvent } from "./record-event.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

const moveOf = ({ kind }: Pick<Ticket, "kind">, name: MoveName): Move => kindTable(kind).moves[name];

type TicketAccess = Pick<Ticket, "kind" | "officer" | "beside" | "category" | "sensitive" | "doubt"> &
  Partial<Pick<Ticket, "parts">>;

function relationsOf({ id, rung }: Officer, ticket: Pick<TicketAccess, "officer" | "beside" | "parts">): Relation[] {
  // A part without an officer belongs to every officer of its office.
  const isPart = openPartsOf(ticket).some((part) => part.office === rung && (part.officer ?? id) === id);
  const part: Relation[] = isPart ? ["part"] : [];
  if (ticket.officer === id) return ["holder", ...part];
  if (ticket.beside === id) return ["beside", ...part];
  return [rung === "dinsos" ? "supervisor" : "area", ...part];
}

/** Whether the citizen reads the words of an officer's act of this type. */
export const isToCitizen = ({ kind }: Pick<Ticket, "kind">, type: EventType): boolean =>
  isOfficerAct(type) && kindTable(kind).moves[type].says !== undefined;

export const endsTicket = ({ kind }: Pick<Ticket, "kind">, name: MoveName): boolean => {
  const step = kindTable(kind).moves[name].to?.working;
  return step !== undefined && isEnded(step);
};

/** Does not check that the officer sees the ticket. */
export function mayDo(officer: Officer, ticket: TicketAccess, act: Act): boolean {
  const { by, requires = [] } = moveOf(ticket, act);
  if (typeof by === "string") return false;
  if (requires.includes("mark") && !mayLower(officer, ticket)) return false;
  return relationsOf(officer, ticket).some((relation) => {
    const rungs: readonly Rung[] = by[relation] ?? [];
    return rungs.includes(officer.rung);
  });
}

const isOfficerAct = (type: string): boolean => (OFFICER_ACTS as readonly string[]).includes(type);

type TicketStep = Pick<Ticket, "number" | "kind" | "state" | "repairedAt" | "sensitive">;

const stepOf = ({ state, repairedAt }: Pick<TicketStep, "state" | "repairedAt">): Step =>
  state === "closed" && repairedAt !== undefined ? "repaired" : state;

const isEnded = (step: Step): boolean => step === "repaired" || step === "closed";

function canHappen(ticket: TicketStep, { from, fromConfidential = from }: Move): boolean {
  return (ticket.sensitive ? fromConfidential : from).includes(stepOf(ticket)) && from.includes(stepOf(ticket));
}

/**
 * Throws if an event cannot happen in the ticket's present step:
 * - TICKET_CLOSED: the ticket has ended.
 * - TICKET_WAITING: the ticket waits for its citizen's answer.
 * - TICKET_NOT_WAITING: the ticket has no open question.
 */
export function checkStep(ticket: TicketStep, name: MoveName): void {
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

const nameOf = (event: TicketEvent): MoveName =>
  event.type === "assign" && event.from !== undefined ? "transfer" : event.type;

/**
 * Returns the same ticket if the thread already has the event. Throws as `checkStep`, `checkParts`, `checkRepeated`,
 * `checkHolder` and `applyAmendment` do.
 */
export function applyEvent(ticket: Ticket, given: TicketEvent, calendar: Calendar): Ticket {
  const localCalendar = calendarOf(ticket.district, calendar);
  const { event, typed, phone } = separateNumbers(given);
  const known = ticket.events.find(({ id }) => id === event.id);
  if (known) checkRepeated(known, event);
  if (known) return ticket;
  const name = nameOf(event);
  const move = moveOf(ticket, name);
  if (move.late === "ignored" && !canHappen(ticket, move)) return ticket;
  checkStep(ticket, name);
  checkParts(ticket, move, event);
  const recorded = recordEvent(ticket, event);
  if (recorded === ticket) return ticket;
  const lane = "lane" in event ? event.lane : undefined;
  const stepped = applyMove(recorded, move, { before: ticket, event, calendar: localCalendar });
  const inItsLane = endUnseenParts(applyLane(applyDangerLane(stepped, lane, localCalendar), lane), event.at);
  const withNumbers = withPhone(withMentioned(inItsLane, event.id, typed), phone);
  const version = ticket.version + 1;
  const events = withNumbers.events.map((one) => (one.id === event.id ? { ...one, version } : one));
  return { ...withNumbers, version, events };
}

type Given = { before: Ticket; event: TicketEvent; calendar: Calendar };

function applyMove(ticket: Ticket, { to = {}, clock = [], part, onlyIf }: Move, given: Given): Ticket {
  const { before, event } = given;
  const moveApplies = onlyIf === undefined || isOpenAgain(ticket, event);
  const step = moveApplies ? to[stepOf(before)] : undefined;
  const effects = clock.filter((one) => step !== undefined || one === "answered" || one === "recount");
  const timed = effects.reduce((one, effect) => clockEffects[effect](one, given), ticket);
  const next = beginPartWork(part ? partEffects[part](timed, given) : timed, event);
  return step === undefined ? next : withStep(next, step, event.at);
}

const withStep = (ticket: Ticket, step: Step, at: number): Ticket =>
  step === "repaired" ? { ...ticket, state: "closed", repairedAt: at } : { ...ticket, state: step };
