import { z } from "zod";
import { Category, KINDS, type Kind, Reason, TICKET_STATES } from "../vocabulary/lists.ts";
import type { MediaFile } from "../vocabulary/message.ts";
import { Attachment, withFiles } from "./attachment.ts";
import { rule } from "./category.ts";
import { type Calendar, calendarOf, type Deadlines, deadlinesOf } from "./deadline.ts";
import { TicketEvent } from "./event.ts";
import { inLane, type Lane } from "./lane.ts";
import { Mentioned, type NumberTyped, OWN_WORDS, withMentioned } from "./mentioned.ts";
import { Notice } from "./notice.ts";
import { openPartsOf, Part } from "./part.ts";

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
  /** The shares of offices in it, in the order in which they began. */
  parts: z.array(Part).default([]),
  /** Officers whom its words accuse: they never see it, in any lane. */
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
  /** Its citizen had their data erased: no search by their name or phone finds it. */
  unnamed: z.literal(true).optional(),
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
  const empty = { parts: [], mentioned: [], events: [] };
  return withMentioned({ ...inLane(opened, lane), ...empty }, OWN_WORDS, mentioned);
}

type Clocked = Pick<Ticket, "state" | "waitingSince" | "decideBy" | "answeredAt" | "firstAnswerBy" | "resolveBy"> &
  Partial<Pick<Ticket, "parts">>;

/** True when a clock has run out; one that waits for the citizen has a clock of its own. */
export const isOverdue = (ticket: Clocked, now: number): boolean =>
  now > (runningClock(ticket) ?? Number.POSITIVE_INFINITY);

/** A clock that runs, and when it runs out, in ms; `part` is the number of the part whose clock it is. */
type RunningClock = { due: number; part?: number };

/**
 * The clocks of a ticket that run: its own and those of its open parts. While a question is open, there is one: the time by
 * which its officer has to decide without an answer.
 */
export function runningClocks(ticket: Clocked): RunningClock[] {
  const { state, waitingSince, decideBy, answeredAt, firstAnswerBy, resolveBy } = ticket;
  if (state === "closed") return [];
  if (waitingSince !== undefined) return decideBy === undefined ? [] : [{ due: decideBy }];
  const due = answeredAt === undefined ? Math.min(firstAnswerBy, resolveBy) : resolveBy;
  return [{ due }, ...openPartsOf(ticket).map(({ dueAt, no }) => ({ due: dueAt, part: no }))];
}

/** When the first of a ticket's clocks runs out, in ms. */
export function runningClock(ticket: Clocked): number | undefined {
  const all = runningClocks(ticket);
  return all.length > 0 ? Math.min(...all.map(({ due }) => due)) : undefined;
}
