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

/** Times are in ms since 1970. `text` has masked numbers; `person` has the person's own numbers. */
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
  /** When the citizen's time to answer ends. The officer then decides without an answer. */
  decideBy: z.number().optional(),
  answeredAt: z.number().optional(),
  closedAt: z.number().optional(),
  repairedAt: z.number().optional(),
  /** How often the ticket was reopened. Its clocks run from `reopenedAt`. */
  reopened: z.number().optional(),
  reopenedAt: z.number().optional(),
  /** Set after the citizen disputed the end. Routing then follows the `objection` of the kind's table. */
  raise: z.boolean().optional(),
  /** Set after the citizen corrected the place. At routing, an officer who may not hold the ticket there loses it. */
  moved: z.literal(true).optional(),
  linked: z.string().optional(),
  /** Absent while the ticket is in the Dinsos list. */
  officer: z.string().optional(),
  beside: z.string().optional(),
  parts: z.array(Part).default([]),
  barred: z.array(z.string()).optional(),
  /** Set for a ticket from the counter: an officer's id or `operator:NAME`. */
  openedBy: z.string().optional(),
  /**
   * A keyed hash of the API request that opened the ticket. The service refuses a repeated request id with another
   * hash.
   */
  openedFrom: z.string().optional(),
  signals: z.array(z.string()).optional(),
  /** Set if the service promised an officer to a citizen in danger. */
  promised: z.literal(true).optional(),
  /** For a person in danger: the newest call that was sent to the assignee, as `OFFICER-NOTICE`. */
  reached: z.string().optional(),
  /** True while the ticket waits for routing. */
  news: z.boolean().default(false),
  /** Notices that are not sent yet. Until `quietUntil` (ms), the service sends only calls. */
  notices: z.array(Notice).optional(),
  quietUntil: z.number().optional(),
  told: z.array(Told).optional(),
  attachments: z.array(Attachment).default([]),
  /** Set after the desk erased the citizen's data. No search by name or phone finds the ticket. */
  unnamed: z.literal(true).optional(),
  /**
   * The full numbers that the words show masked. No search finds the ticket by these numbers, and no proof uses them.
   */
  mentioned: z.array(Mentioned).default([]),
  /** Absent in a head of an older release. */
  past: Past.optional(),
  events: z.array(TicketEvent),
});
/** `events` is the whole thread, or without its `unread` oldest entries. */
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

/** `due` is in ms. `part`: the number of the part whose clock it is; absent for the ticket's own clock. */
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
