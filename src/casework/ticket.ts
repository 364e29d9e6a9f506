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

/** Times are in ms since 1970. `text` contains masked numbers. */
export const Ticket = z.object({
  number: z.string(),
  version: z.number().default(1),
  district: z.string(),
  kind: z.enum(KINDS),
  category: Category,
  sensitive: z.boolean(),
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
  /** Absent if an officer wrote the ticket at the counter, without a chat. */
  conversation: z.string().optional(),
  locale: z.string(),
  openedAt: z.number(),
  firstAnswerBy: z.number(),
  resolveBy: z.number(),
  state: z.enum(TICKET_STATES),
  waitingSince: z.number().optional(),
  /** When the citizen's time to answer ends. */
  decideBy: z.number().optional(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  /** The clocks of a reopened ticket run from `reopenedAt`. */
  reopened: z.number().optional(),
  reopenedAt: z.number().optional(),
  /** Set after a dispute; routing then follows the kind's `objection`. */
  raise: z.boolean().optional(),
  moved: z.literal(true).optional(),
  linked: z.string().optional(),
  /** Absent while the ticket is in the Dinsos list. */
  officer: z.string().optional(),
  beside: z.string().optional(),
  parts: z.array(Part).default([]),
  barred: z.array(z.string()).optional(),
  /** Set for a ticket from the counter: an officer's id or `operator:NAME`. */
  openedBy: z.string().optional(),
  /** A keyed hash of the API request that opened the ticket. */
  openedFrom: z.string().optional(),
  signals: z.array(z.string()).optional(),
  /** Set if the service promised an officer to a citizen in danger. */
  promised: z.literal(true).optional(),
  /** The newest call that reached the assignee, as `OFFICER-NOTICE`. */
  reached: z.string().optional(),
  /** True while the ticket waits for routing. */
  news: z.boolean().default(false),
  /** Until `quietUntil` (ms), the service sends only calls. */
  notices: z.array(Notice).optional(),
  quietUntil: z.number().optional(),
  told: z.array(Told).optional(),
  attachments: z.array(Attachment).default([]),
  unnamed: z.literal(true).optional(),
  /** The full numbers that the ticket's words show masked. */
  mentioned: z.array(Mentioned).default([]),
  past: Past.optional(),
  events: z.array(TicketEvent),
});
/** `events` leaves out the `unread` oldest entries of the thread. */
export type Ticket = z.infer<typeof Ticket> & { unread?: number };
export type WholeTicket = z.infer<typeof Ticket> & { unread?: never };

export type TicketHead = WithoutThread & { entries: number };
export type WithoutThread = Omit<Ticket, "events" | "unread">;

type Needed = "number" | "district" | "category" | "text" | "person" | "locale" | "openedAt";
type About = "reason" | "programme" | "area" | "place" | "when";
type Known = About | "conversation" | "openedBy" | "openedFrom" | "barred" | "linked" | "signals" | "promised";

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

/** `due` is in ms. `part` is absent for the ticket's own clock. */
type RunningClock = { due: number; part?: number };

export function runningClocks(ticket: ClockFields): RunningClock[] {
  const { state, waitingSince, decideBy, answeredAt, firstAnswerBy, resolveBy } = ticket;
  if (state === "closed") return [];
  if (waitingSince !== undefined) return decideBy === undefined ? [] : [{ due: decideBy }];
  const due = answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
  return [{ due }, ...openPartsOf(ticket).map(({ dueAt, no }) => ({ due: dueAt, part: no }))];
}

/** Returns when the next clock runs out (ms). */
export function nextClockAt(ticket: ClockFields): number | undefined {
  const all = runningClocks(ticket);
  return all.length > 0 ? Math.min(...all.map(({ due }) => due)) : undefined;
}
