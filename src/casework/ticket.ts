import { z } from "zod";
import { defined } from "../defined.ts";
import { AppError } from "../vocabulary/errors.ts";
import { Category, KINDS, type Kind, Reason, TICKET_STATES } from "../vocabulary/lists.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { checkRepeated } from "./act-id.ts";
import { amended } from "./amend.ts";
import { Attachment, afterFetch, withFiles, withoutKept } from "./attachment.ts";
import { rule } from "./category.ts";
import { checkHolder } from "./check-holder.ts";
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
  /** 1 when it was opened, and one more with every change. */
  version: z.number().default(1),
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
  /** Whether it is to go to the rung above that of its officer. */
  raise: z.boolean().optional(),
  /** The ticket that this one continues; that one closed too long ago to be reopened. */
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
  /** The signals that its words showed when it was opened. */
  signals: z.array(z.string()).optional(),
  /** True while something new on it has not been brought to an officer. */
  news: z.boolean().default(false),
  /**
   * Notifications that its officers have not got yet; `quietUntil`: until when these and its reminders are put off, in
   * ms.
   */
  notices: z.array(Notice).optional(),
  quietUntil: z.number().optional(),
  attachments: z.array(Attachment).default([]),
  /** Numbers that its words show masked: the service never finds a person by them, and they prove nothing. */
  mentioned: z.array(Mentioned).default([]),
  events: z.array(TicketEvent),
});
export type Ticket = z.infer<typeof Ticket>;

/** What a list opens of a ticket: everything but its thread, of which it knows the length. */
export type TicketHead = WithoutThread & { entries: number };
export type WithoutThread = Omit<Ticket, "events">;

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
  const opened = {
    ...draft,
    version: 1,
    kind,
    sensitive,
    ...deadlines,
    state: "new" as const,
    news: true,
    attachments,
  };
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
/** Events that come too late for a closed ticket and change nothing. */
const TOO_LATE = new Set<TicketEvent["type"]>(["remind", "nudge", "tell", "put-off"]);

/**
 * The ticket after an event; the same event twice changes nothing. Throws TICKET_CLOSED for a ticket that has ended,
 * TICKET_WAITING for one that may not end while its citizen's answer is awaited, and TICKET_NOT_WAITING when an officer
 * goes on without an answer although no question is open.
 */
export function ticketAfter(ticket: Ticket, given: TicketEvent, calendar: Calendar): Ticket {
  const { event, typed } = apart(given);
  const next = afterEvent(ticket, event, calendar);
  if (next === ticket) return ticket;
  const lane = "lane" in event ? event.lane : undefined;
  const changed = withMentioned(inLane(intoDanger(next, lane, calendar), lane), event.id, typed);
  const version = ticket.version + 1;
  const events = changed.events.map((one) => (one.id === event.id ? { ...one, version } : one));
  return { ...changed, version, events };
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
      // An officer's answer leaves an open question to the citizen open: only the citizen's answer or `proceed` ends
      // the wait.
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

/**
 * The ticket after an assignment. If the system decided on an older state of the ticket, nothing changes, and the
 * system decides again. If the officer stays the same, or there is still none, the thread gets no event.
 */
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
    ...defined({ officer, beside }),
    ...(notices && notices.length > 0 ? { notices } : {}),
    news: ticket.state !== "closed" && isMore,
    events: officer === before ? ticket.events : [...ticket.events, event],
  };
}

const firstAnswer = (ticket: Ticket, event: TicketEvent) => ({ answeredAt: ticket.answeredAt ?? event.at });

/**
 * The part of a ticket that a question changes: its clocks are paused, except clocks that count hours, which never
 * pause.
 */
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

type Clocked = Pick<Ticket, "state" | "waitingSince" | "decideBy" | "answeredAt" | "firstAnswerBy" | "resolveBy">;

/** True when a clock has run out; one that waits for the citizen has a clock of its own. */
export const isOverdue = (ticket: Clocked, now: number): boolean =>
  now > (runningClock(ticket) ?? Number.POSITIVE_INFINITY);

/**
 * When the ticket's next clock runs out, in ms. While a question is open, this is the time by which its officer has to
 * decide without an answer.
 */
export function runningClock({
  state,
  waitingSince,
  decideBy: decide,
  answeredAt,
  firstAnswerBy,
  resolveBy,
}: Clocked): number | undefined {
  if (state === "closed") return undefined;
  if (waitingSince !== undefined) return decide;
  return answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
}
