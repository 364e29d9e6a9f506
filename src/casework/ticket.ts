import { z } from "zod";
import { Category, KINDS, type Kind, Reason, TICKET_STATES } from "../vocabulary/lists.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { Attachment, withFiles } from "./attachment.ts";
import { rule } from "./category.ts";
import { type Calendar, calendarOf, type Deadlines, deadlinesOf } from "./deadline.ts";
import { TicketEvent } from "./event.ts";
import { applyLane, type LaneChange } from "./lane.ts";
import { Mentioned, type NumberTyped, OPENING_WORDS, withMentioned } from "./mentioned-numbers.ts";
import { Notice } from "./notice.ts";
import { openPartsOf, Part } from "./part.ts";
import { NO_PAST, Past } from "./past.ts";

export { TicketEvent };

/**
 * A ticket. Times are in ms since 1970. `text` has the citizen's words with masked numbers. `person` has the person's
 * own numbers.
 */
export const Ticket = z.object({
  number: z.string(),
  /** 1 when the ticket is opened, and one more after every change. */
  version: z.number().default(1),
  district: z.string(),
  kind: z.enum(KINDS),
  category: Category,
  sensitive: z.boolean(),
  /**
   * Set if the words may name an official. Only the Dinsos reads the ticket until one of its officers decides whether
   * it is confidential, or gives it to another rung.
   */
  doubt: z.literal(true).optional(),
  reason: Reason.optional(),
  programme: z.string().optional(),
  /** The Kemendagri code of the village or kecamatan that the ticket is about. */
  area: z.string().optional(),
  place: z.string().optional(),
  when: z.string().optional(),
  text: z.string(),
  person: z.object({
    nik: z.string().optional(),
    kk: z.string().optional(),
    name: z.string().optional(),
    /** The number at which the citizen wants to be called. */
    phone: z.string().optional(),
  }),
  /** The chat that filed the ticket. Absent for a citizen at the counter. */
  conversation: z.string().optional(),
  locale: z.string(),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  state: z.enum(TICKET_STATES),
  waitingSince: z.number().optional(),
  /**
   * While the ticket waits for the citizen, its officer has to decide at this time how it goes on without an answer.
   */
  decideBy: z.number().optional(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  /** How often the citizen had the ticket reopened, and when last. The ticket's clocks run from `reopenedAt`. */
  reopened: z.number().optional(),
  reopenedAt: z.number().optional(),
  /**
   * Set after the citizen disputed the end. Routing then gives the ticket to the rung that the kind's table names as
   * `objection`.
   */
  raise: z.boolean().optional(),
  /**
   * The number of an older ticket that this one continues, since the older ticket ended too long ago to be reopened.
   */
  linked: z.string().optional(),
  /** The assignee. Absent while the ticket is in the Dinsos list. */
  officer: z.string().optional(),
  /** The second officer, if two offices have to work on the ticket. */
  beside: z.string().optional(),
  /** The parts that offices have of the ticket, in the order in which they began. */
  parts: z.array(Part).default([]),
  /** Officers whom the ticket's words accuse. They never see the ticket, in any lane. */
  barred: z.array(z.string()).optional(),
  /** The author of a ticket from the counter: an officer's id or `operator:NAME`. */
  openedBy: z.string().optional(),
  /**
   * The hash of the request that opened the ticket through the API. It shows whether a later request with the same id
   * has another content.
   */
  openedFrom: z.string().optional(),
  /** The signals in the words with which the ticket was opened. */
  signals: z.array(z.string()).optional(),
  /** Set if the citizen, who is in danger, has read that an officer was told or will write. */
  promised: z.literal(true).optional(),
  /** For a person in danger: the call that has reached its officer last. The citizen may have read who has the ticket. */
  reached: z.string().optional(),
  /** True if the ticket has news and has not been routed since. */
  news: z.boolean().default(false),
  /**
   * Notices that the ticket's officers have not got yet. Until `quietUntil` (ms), notices and reminders are
   * postponed.
   */
  notices: z.array(Notice).optional(),
  quietUntil: z.number().optional(),
  attachments: z.array(Attachment).default([]),
  /** Set if the citizen had their data erased. No search by name or phone finds the ticket. */
  unnamed: z.literal(true).optional(),
  /** Numbers that the words show masked. No search finds the ticket by them, and they prove nothing. */
  mentioned: z.array(Mentioned).default([]),
  /** The facts of the thread that the rules need. Absent in a head of an older release. */
  past: Past.optional(),
  events: z.array(TicketEvent),
});
/**
 * A ticket as the rules change it. `events` is the whole thread. If `unread` older entries were not loaded, it has
 * only the newest entries.
 */
export type Ticket = z.infer<typeof Ticket> & { unread?: number };
export type WholeTicket = z.infer<typeof Ticket> & { unread?: never };

/** A ticket without its thread, as lists open it. `entries` is the length of the thread. */
export type TicketHead = WithoutThread & { entries: number };
export type WithoutThread = Omit<Ticket, "events" | "unread">;

type Needed = "number" | "district" | "category" | "text" | "person" | "locale" | "openedAt";
type About = "reason" | "programme" | "area" | "place" | "when";
type Known = About | "conversation" | "openedBy" | "openedFrom" | "barred" | "linked" | "signals" | "promised";

/** The known fields of a new ticket. All other fields follow from the category. */
export type TicketDraft = Pick<Ticket, Needed> &
  Partial<Pick<Ticket, Known>> & {
    files?: MediaFile[];
    mentioned?: NumberTyped[];
    /** Set if the citizen asked for a confidential ticket. */
    confidential?: boolean;
    lane?: LaneChange;
  };

export function newTicket(given: TicketDraft, calendar: Calendar): Ticket {
  const { files = [], mentioned = [], confidential = false, lane, ...draft } = given;
  const { kind, sensitive: always = false }: { kind: Kind; sensitive?: boolean } = rule(draft.category);
  const sensitive = always || confidential;
  const deadlines: Deadlines = deadlinesOf(draft.category, draft.openedAt, calendarOf(draft.district, calendar));
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
  const empty = { parts: [], mentioned: [], past: NO_PAST, events: [] };
  return withMentioned({ ...applyLane(opened, lane), ...empty }, OPENING_WORDS, mentioned);
}

type ClockFields = Pick<Ticket, "state" | "waitingSince" | "decideBy" | "answeredAt" | "firstAnswerBy" | "resolveBy"> &
  Partial<Pick<Ticket, "parts">>;

export const isOverdue = (ticket: ClockFields, now: number): boolean =>
  now > (nextClockAt(ticket) ?? Number.POSITIVE_INFINITY);

/**
 * A clock that has not ended. It runs out at `due` (ms). `part` is the number of the part with this clock; without
 * it, the clock is the ticket's own.
 */
type RunningClock = { due: number; part?: number };

/**
 * Returns the running clocks of a ticket: its own clock and the clocks of its open parts. While a question is open,
 * only one clock runs. It runs out when the officer has to decide without an answer.
 */
export function runningClocks(ticket: ClockFields): RunningClock[] {
  const { state, waitingSince, decideBy, answeredAt, firstAnswerBy, resolveBy } = ticket;
  if (state === "closed") return [];
  if (waitingSince !== undefined) return decideBy === undefined ? [] : [{ due: decideBy }];
  const due = answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
  return [{ due }, ...openPartsOf(ticket).map(({ dueAt, no }) => ({ due: dueAt, part: no }))];
}

/** Returns when the first of a ticket's clocks runs out, in ms. */
export function nextClockAt(ticket: ClockFields): number | undefined {
  const all = runningClocks(ticket);
  return all.length > 0 ? Math.min(...all.map(({ due }) => due)) : undefined;
}
