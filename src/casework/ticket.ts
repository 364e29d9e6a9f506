import { z } from "zod";
import { AppError } from "../vocabulary/errors.ts";
import { Category, KINDS, type Kind, Reason, TICKET_STATES } from "../vocabulary/lists.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { checkRepeated } from "./act-id.ts";
import { amended } from "./amend.ts";
import { Attachment, afterFetch, withFiles, withoutKept } from "./attachment.ts";
import { rule } from "./category.ts";
import { afterPause, type Calendar, type Deadlines, deadlinesOf } from "./deadline.ts";
import { TicketEvent } from "./event.ts";
import { intoDanger } from "./into-danger.ts";
import { inLane, type Lane, unlessDoubted } from "./lane.ts";
import { apart, endingOf, Mentioned, type NumberTyped, OWN_WORDS, withMentioned } from "./mentioned.ts";
import { Notice, putOff, toldOf } from "./notice.ts";
import { decideBy, neverBySilence, withdrawn } from "./open-question.ts";
import { remindedOf } from "./past-reminders.ts";
import { reopened } from "./reopen.ts";

export { TicketEvent };

/** Times in ms since 1970. The words are the citizen's, with numbers masked; the person's own numbers stand in `person`. */
export const Ticket = z.object({
  number: z.string(),
  district: z.string(),
  kind: z.enum(KINDS),
  category: Category,
  sensitive: z.boolean(),
  /** Its words may name an official: only the Dinsos reads it until one of its officers passes it on or makes it confidential. */
  doubt: z.literal(true).optional(),
  reason: Reason.optional(),
  programme: z.string().optional(),
  /** Kemendagri code of the village or kecamatan it is about. */
  area: z.string().optional(),
  place: z.string().optional(),
  when: z.string().optional(),
  text: z.string(),
  person: z.object({
    nik: z.string().optional(),
    kk: z.string().optional(),
    name: z.string().optional(),
    /** To be called at. */
    phone: z.string().optional(),
  }),
  /** The chat that filed it; absent for a citizen at the counter. */
  conversation: z.string().optional(),
  locale: z.string(),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  state: z.enum(TICKET_STATES),
  waitingSince: z.number().optional(),
  /** While it waits for the citizen: when its officer has to decide how it goes on without them. */
  decideBy: z.number().optional(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  /** How often its citizen said that it was not solved, and when last: its clocks run from then. */
  reopened: z.number().optional(),
  reopenedAt: z.number().optional(),
  /** To be given to the rung above whoever has it. */
  raise: z.boolean().optional(),
  /** The ticket that it goes on from, closed too long ago to be opened again. */
  linked: z.string().optional(),
  /** Who works on it; absent in the Dinsos list. */
  officer: z.string().optional(),
  /** Who works on it beside them, where two offices have to. */
  beside: z.string().optional(),
  /** Officers whom its words accuse: they never see it, in whatever lane it is. */
  barred: z.array(z.string()).optional(),
  /** Who wrote it down for a citizen at the counter: an officer's id or `operator:NAME`. */
  openedBy: z.string().optional(),
  /** Hash of what a caller of the API gave to open it, so that their id cannot be used for something else. */
  openedFrom: z.string().optional(),
  /** What its words were a signal of when it was opened. */
  signals: z.array(z.string()).optional(),
  /** Something that has not been brought to an officer. */
  news: z.boolean().default(false),
  /** What its officers are still to be told of it, and until when that waits with its reminders, in ms. */
  notices: z.array(Notice).optional(),
  quietUntil: z.number().optional(),
  attachments: z.array(Attachment).default([]),
  /** Numbers that its words show masked: nobody is found or let in by them. */
  mentioned: z.array(Mentioned).default([]),
  events: z.array(TicketEvent),
});
export type Ticket = z.infer<typeof Ticket>;

type Needed = "number" | "district" | "category" | "text" | "person" | "locale" | "openedAt";
type About = "reason" | "programme" | "area" | "place" | "when";
type Known = About | "conversation" | "openedBy" | "openedFrom" | "barred" | "linked" | "signals";

/** What is known when a ticket is opened; the rest follows from its category. */
export type TicketDraft = Pick<Ticket, Needed> &
  Partial<Pick<Ticket, Known>> & {
    files?: MediaFile[];
    mentioned?: NumberTyped[];
    /** The citizen asked for it to be confidential. */
    confidential?: boolean;
    lane?: Lane;
  };

export function openedTicket(given: TicketDraft, calendar: Calendar): Ticket {
  const { files = [], mentioned = [], confidential = false, lane, ...draft } = given;
  const { kind, sensitive: always = false }: { kind: Kind; sensitive?: boolean } = rule(draft.category);
  const sensitive = always || confidential;
  const deadlines: Deadlines = deadlinesOf(draft.category, draft.openedAt, calendar);
  const attachments = withFiles(draft.number, [], files, draft.openedAt);
  const opened = { ...draft, kind, sensitive, ...deadlines, state: "new" as const, news: true, attachments };
  return withMentioned({ ...inLane(opened, lane), mentioned: [], events: [] }, OWN_WORDS, mentioned);
}

/** What can still happen to a ticket that has ended. */
const ALWAYS = new Set<TicketEvent["type"]>([
  "note",
  "assign",
  "fetch",
  "withhold",
  "erase",
  "take-back",
  "dispute",
  "confide",
]);
/** What comes too late for it and changes nothing. */
const TOO_LATE = new Set<TicketEvent["type"]>(["remind", "nudge", "tell", "put-off"]);

/**
 * The ticket after an event; the same event twice changes nothing. Throws TICKET_CLOSED for a ticket that has ended,
 * TICKET_WAITING for one that may not end while its citizen's answer is awaited, and TICKET_NOT_WAITING where an officer goes
 * on without an answer that nobody awaits.
 */
export function ticketAfter(ticket: Ticket, given: TicketEvent, calendar: Calendar): Ticket {
  const { event, typed } = apart(given);
  const next = afterEvent(ticket, event, calendar);
  if (next === ticket) return ticket;
  const lane = "lane" in event ? event.lane : undefined;
  return withMentioned(inLane(intoDanger(next, lane, calendar), lane), event.id, typed);
}

function afterEvent(ticket: Ticket, event: TicketEvent, calendar: Calendar): Ticket {
  const known = ticket.events.find(({ id }) => id === event.id);
  if (known) checkRepeated(known, event);
  if (known) return ticket;
  if (ticket.state === "closed" && TOO_LATE.has(event.type)) return ticket;
  if (ticket.state === "closed" && !ALWAYS.has(event.type)) {
    throw new AppError("TICKET_CLOSED", `ticket ${ticket.number} is closed`);
  }
  if (event.type === "close" && ticket.state === "waiting" && neverBySilence(ticket)) {
    throw new AppError("TICKET_WAITING", `ticket ${ticket.number} waits for its citizen and never ends by silence`);
  }
  if (event.type === "proceed" && ticket.state !== "waiting") {
    throw new AppError("TICKET_NOT_WAITING", `ticket ${ticket.number} waits for no answer`);
  }
  const next = { ...ticket, events: [...ticket.events, event] };
  switch (event.type) {
    case "note":
      return ticket.state === "new" ? { ...next, state: "working" } : next;
    case "remind":
      return { ...next, events: remindedOf(ticket, event) };
    case "nudge":
    case "confide":
      return next;
    case "amend":
      return amended(ticket, event, calendar);
    case "dispute":
      return reopened(ticket, event, calendar);
    case "withhold":
      return { ...next, mentioned: ticket.mentioned.filter((one) => !event.endings.includes(endingOf(one))) };
    case "erase":
      return { ...next, mentioned: [], ...(event.withFiles ? { attachments: withoutKept(ticket.attachments) } : {}) };
    case "take-back":
      return withdrawn(next, event, calendar);
    case "proceed":
      return resumed(next, event.at, calendar);
    case "add":
      return {
        ...(ticket.state === "waiting" ? resumed(next, event.at, calendar) : next),
        ...(ticket.area === undefined && event.area !== undefined ? { area: event.area } : {}),
        attachments: withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at),
        news: true,
      };
    case "fetch":
      return { ...next, attachments: afterFetch(ticket.attachments, event.file, event.fetched) };
    case "tell":
      return toldOf(ticket, event);
    case "put-off":
      return putOff(ticket, event);
    case "assign":
      return routed(ticket, event);
    case "ask":
      return {
        ...resumed(next, event.at, calendar),
        ...firstAnswer(ticket, event),
        ...paused(ticket, event.at, calendar),
      };
    case "answer":
      // What is said meanwhile leaves a question to the citizen open: only their answer or `proceeded` ends the wait.
      return {
        ...(ticket.state === "waiting" ? next : resumed(next, event.at, calendar)),
        ...firstAnswer(ticket, event),
      };
    case "repair":
      return { ...ended(next, event), repairedAt: event.at };
    case "close":
      return ended(next, event);
  }
}

/** Given to an officer; what the system decided on an older ticket is left to its next look. One that found nobody stays in the Dinsos list, which is nothing that happened to it. */
function routed(whole: Ticket, { notices, ...event }: TicketEvent & { type: "assign" }): Ticket {
  const { officer: before, beside: _, raise: __, notices: ___, ...known } = whole;
  const { officer, beside, seen } = event;
  if (event.from !== undefined) checkHolder(whole, event.from);
  const isOld = seen >= 0 && whole.events.length > seen;
  const ticket = event.checked && !isOld ? unlessDoubted(known) : known;
  if (isOld && event.by === "system") return whole;
  const isMore = seen < 0 || (isOld && ticket.news);
  return {
    ...ticket,
    ...(officer === undefined ? {} : { officer }),
    ...(beside === undefined ? {} : { beside }),
    ...(notices && notices.length > 0 ? { notices } : {}),
    news: ticket.state !== "closed" && isMore,
    events: officer === before ? ticket.events : [...ticket.events, event],
  };
}

/** Throws TICKET_CLOSED, or TICKET_TAKEN naming who has it where that is not who the giver thought. */
function checkHolder({ number, state, officer, events }: Ticket, from: string | null): void {
  if (state === "closed") throw new AppError("TICKET_CLOSED", `ticket ${number} is closed`);
  if ((officer ?? null) === from) return;
  const given = events.findLast((event) => event.type === "assign" && event.officer === officer);
  const holder = given?.text || (officer ?? "-");
  throw new AppError("TICKET_TAKEN", `${holder} has ticket ${number}`, { details: { values: { officer: holder } } });
}

const firstAnswer = (ticket: Ticket, event: TicketEvent) => ({ answeredAt: ticket.answeredAt ?? event.at });

/** Data-subject clocks run by the calendar and are never paused. */
function paused(ticket: Ticket, at: number, calendar: Calendar): Partial<Ticket> {
  if (rule(ticket.category).hours !== undefined) return { state: "waiting" };
  return { state: "waiting", waitingSince: at, decideBy: decideBy(at, calendar) };
}

function resumed({ waitingSince, decideBy: _, ...ticket }: Ticket, at: number, calendar: Calendar): Ticket {
  if (waitingSince === undefined) return { ...ticket, state: "working" };
  return { ...ticket, state: "working", resolveBy: afterPause(ticket.resolveBy, waitingSince, at, calendar) };
}

function ended({ waitingSince: _, decideBy: __, ...ticket }: Ticket, event: TicketEvent): Ticket {
  return { ...ticket, news: false, ...firstAnswer(ticket, event), state: "closed", closedAt: event.at };
}

/** True when a clock has run out; one that waits for the citizen has a clock of its own. */
export const isOverdue = (ticket: Ticket, now: number): boolean =>
  now > (runningClock(ticket) ?? Number.POSITIVE_INFINITY);

/** The clock that runs out next: while the citizen's answer is awaited, the officer's to decide without it. */
export function runningClock({
  state,
  waitingSince,
  decideBy: decide,
  answeredAt,
  firstAnswerBy,
  resolveBy,
}: Ticket): number | undefined {
  if (state === "closed") return undefined;
  if (waitingSince !== undefined) return decide;
  return answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
}
