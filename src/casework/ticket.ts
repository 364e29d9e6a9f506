import { z } from "zod";
import { Category, KINDS, type Kind, Reason, TICKET_STATES } from "../vocabulary/lists.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { Attachment, withFiles } from "./attachment.ts";
import { rule } from "./category.ts";
import { type Calendar, calendarOf, type Deadlines, deadlinesOf } from "./deadline.ts";
import { TicketEvent } from "./event.ts";
import { applyLane, type LaneChange } from "./lane.ts";
import { Mentioned, type NumberTyped, OPENING_WORDS, withMentioned } from "./mentioned-numbers.ts";
import { Notice, Told } from "./notice.ts";
import { openPartsOf, Part } from "./part.ts";
import { NO_PAST, Past } from "./past.ts";

export { TicketEvent };

/** Times are in ms since 1970; `text` has masked numbers, `person` the person's own numbers. */
export const Ticket = z.object({
  number: z.string(),
  /** 1 for a new ticket, and one more after each change. */
  version: z.number().default(1),
  district: z.string(),
  kind: z.enum(KINDS),
  category: Category,
  sensitive: z.boolean(),
  /**
   * The words may name an official: only the Dinsos reads the ticket until one of its officers has checked the words.
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
    phone: z.string().optional(),
  }),
  /** The chat that filed the ticket; absent if an officer wrote the ticket at the counter. */
  conversation: z.string().optional(),
  locale: z.string(),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  state: z.enum(TICKET_STATES),
  waitingSince: z.number().optional(),
  /** When the officer has to decide how the ticket goes on if the citizen has not answered. */
  decideBy: z.number().optional(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  /** How often the citizen had the ticket reopened; the clocks run from `reopenedAt`. */
  reopened: z.number().optional(),
  reopenedAt: z.number().optional(),
  /** The citizen disputed the end: routing follows the `objection` of the kind's table. */
  raise: z.boolean().optional(),
  /** The citizen corrected the place: routing takes the ticket from an officer who may not hold it there. */
  moved: z.literal(true).optional(),
  /** The number of an older ticket that this ticket continues. */
  linked: z.string().optional(),
  /** Absent while the ticket is in the Dinsos list. */
  officer: z.string().optional(),
  /** The officer of a second office that has to work on the ticket. */
  beside: z.string().optional(),
  parts: z.array(Part).default([]),
  /** The ticket's words accuse these officers, who never see the ticket, in any lane. */
  barred: z.array(z.string()).optional(),
  /** The author of a ticket from the counter: an officer's id or `operator:NAME`. */
  openedBy: z.string().optional(),
  /**
   * A keyed hash of the request that opened the ticket through the API: the same request id with another hash is
   * refused.
   */
  openedFrom: z.string().optional(),
  /** The signals in the words with which the ticket was opened. */
  signals: z.array(z.string()).optional(),
  /** Set if a citizen in danger has read that an officer was told or will write. */
  promised: z.literal(true).optional(),
  /** For a person in danger, the newest call to the assignee that was sent. */
  reached: z.string().optional(),
  /** True until routing has run. */
  news: z.boolean().default(false),
  /** Unsent notices; notices and reminders wait until `quietUntil` (ms). */
  notices: z.array(Notice).optional(),
  quietUntil: z.number().optional(),
  told: z.array(Told).optional(),
  attachments: z.array(Attachment).default([]),
  /** The citizen had their data erased: no search by name or phone finds the ticket. */
  unnamed: z.literal(true).optional(),
  /** The words show these numbers masked; no search finds the ticket by them, and they prove nothing. */
  mentioned: z.array(Mentioned).default([]),
  /** Absent in a head of an older release. */
  past: Past.optional(),
  events: z.array(TicketEvent),
});
/** `events` is the whole thread, or only its newest entries if `unread` older entries were not loaded. */
export type Ticket = z.infer<typeof Ticket> & { unread?: number };
export type WholeTicket = z.infer<typeof Ticket> & { unread?: never };

/** `entries` is the length of the thread. */
export type TicketHead = WithoutThread & { entries: number };
export type WithoutThread = Omit<Ticket, "events" | "unread">;

type Needed = "number" | "district" | "category" | "text" | "person" | "locale" | "openedAt";
type About = "reason" | "programme" | "area" | "place" | "when";
type Known = About | "conversation" | "openedBy" | "openedFrom" | "barred" | "linked" | "signals" | "promised";

/** All other fields follow from the category. */
export type TicketDraft = Pick<Ticket, Needed> &
  Partial<Pick<Ticket, Known>> & {
    files?: MediaFile[];
    mentioned?: NumberTyped[];
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

/** `due` is in ms; without `part` (a part's number), the clock is the ticket's own. */
type RunningClock = { due: number; part?: number };

/** While a question is open, returns only the clock that ends at `decideBy`. */
export function runningClocks(ticket: ClockFields): RunningClock[] {
  const { state, waitingSince, decideBy, answeredAt, firstAnswerBy, resolveBy } = ticket;
  if (state === "closed") return [];
  if (waitingSince !== undefined) return decideBy === undefined ? [] : [{ due: decideBy }];
  const due = answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
  return [{ due }, ...openPartsOf(ticket).map(({ dueAt, no }) => ({ due: dueAt, part: no }))];
}

/** In ms. */
export function nextClockAt(ticket: ClockFields): number | undefined {
  const all = runningClocks(ticket);
  return all.length > 0 ? Math.min(...all.map(({ due }) => due)) : undefined;
}
