import { z } from "zod";
import type { Ticket, TicketEvent, TicketHead } from "./ticket.ts";

/** The reminders of one clock: the clock that runs out at `due` (ms), of the part `part` or of the ticket itself. */
const Reminded = z.object({
  due: z.number(),
  part: z.number().optional(),
  /**
   * The reminders that came after the clock had run out. `at`: when the newest was sent, in ms. `first` and `newest`:
   * their places in the thread; `newest` is absent if only one reminder came.
   */
  late: z.object({ at: z.number(), first: z.number(), newest: z.number().optional() }).optional(),
});
type Reminded = z.infer<typeof Reminded>;

/**
 * What the rules need to know of a ticket's thread. It is kept in the head, so that a change opens only the entries
 * that it rewrites. A head that an older release wrote has no past: its whole thread is opened once, and then the head
 * has a past too.
 */
export const Past = z.object({
  /** The newest question to the citizen. */
  asked: z.object({ at: z.number(), text: z.string() }).optional(),
  /** When the citizen was last reminded of a question, in ms. */
  nudgedAt: z.number().optional(),
  /** The type of the newest event by which an officer ended the ticket. */
  ending: z.enum(["close", "repair"]).optional(),
  /** The officer who was given the ticket last, and the displayed name of that officer. */
  given: z.object({ officer: z.string(), name: z.string() }).optional(),
  reminded: z.array(Reminded),
});
export type Past = z.infer<typeof Past>;

/** A ticket whose past is known: its head keeps it, or its thread was opened. */
export type WithPast = { past: Past } | { past?: Past | undefined; events: readonly TicketEvent[] };

/** A head with what the rules need of its thread. */
export type KnownHead = TicketHead & { past: Past };

/** Turns a head into a ticket of whose thread no entry is loaded. */
export const openedHead = ({ entries, ...head }: KnownHead): Ticket => ({ ...head, unread: entries, events: [] });

export const NO_PAST: Past = { reminded: [] };
/**
 * Most clocks whose reminders the head remembers; it forgets the oldest. Of a forgotten clock officers would be
 * reminded once more.
 */
const MOST_CLOCKS = 20;
/** Most entries that the check of an expected version reads: more than a refusal names. */
const MOST_SINCE = 40;

/** Returns how many entries the thread of a ticket has. */
export const lengthOf = (ticket: Pick<Ticket, "unread" | "events"> | Pick<TicketHead, "entries">): number =>
  "entries" in ticket ? ticket.entries : (ticket.unread ?? 0) + ticket.events.length;

export const pastOf = (ticket: WithPast): Past => ticket.past ?? ("events" in ticket ? pastIn(ticket.events) : NO_PAST);

/** Derives the past of a ticket from its whole thread. */
export const pastIn = (events: readonly TicketEvent[]): Past => events.reduce(addToPast, NO_PAST);

/** Adds an event to the end of its ticket's thread, and to what the head keeps of the thread. */
export const addToThread = (ticket: Ticket, event: TicketEvent): Ticket => ({
  ...ticket,
  events: [...ticket.events, event],
  past: addToPast(pastOf(ticket), event, lengthOf(ticket)),
});

/** Returns the past after the event that stands at the place `no` of its thread. */
function addToPast(past: Past, event: TicketEvent, no: number): Past {
  switch (event.type) {
    case "ask":
      return { ...past, asked: { at: event.at, text: event.text } };
    case "nudge":
      return { ...past, nudgedAt: Math.max(past.nudgedAt ?? 0, event.at) };
    case "close":
    case "repair":
      return { ...past, ending: event.type };
    case "assign":
      return event.officer === undefined ? past : { ...past, given: { officer: event.officer, name: event.text } };
    case "remind":
      return { ...past, reminded: addReminder(past.reminded, event, no) };
    default:
      return past;
  }
}

type Clock = Pick<Reminded, "due"> & { part?: number | undefined };

/** Finds the reminders of a clock. */
export const remindersOf = (past: Past, { due, part }: Clock): Reminded | undefined =>
  past.reminded.find((one) => one.due === due && one.part === part);

function addReminder(
  reminded: readonly Reminded[],
  { at, due, part, late }: TicketEvent & { type: "remind" },
  no: number,
): Reminded[] {
  const known = reminded.find((one) => one.due === due && one.part === part) ?? { due, part };
  const first = known.late?.first ?? no;
  const told = late ? { late: { at, first, ...(first === no ? {} : { newest: no }) } } : {};
  return [...reminded.filter((one) => one !== known), { ...known, ...told }].slice(-MOST_CLOCKS);
}

/** Returns the past of a thread from which the entries at these places were removed: later entries move up. */
export function withoutPlaces(past: Past, removed: readonly number[]): Past {
  const placeNow = (no: number) => no - removed.filter((one) => one < no).length;
  const reminded = past.reminded.map(({ late, ...clock }) => {
    if (!late) return clock;
    const { newest } = late;
    const isGone = newest === undefined || removed.includes(newest);
    const first = placeNow(late.first);
    return { ...clock, late: { at: late.at, first, ...(isGone ? {} : { newest: placeNow(newest) }) } };
  });
  return { ...past, reminded };
}

/**
 * Returns the place of the first entry that the rules need to apply an event; all later entries are needed too. `known`:
 * the place at which the thread has an entry with the event's id. `expect`: the version that the caller has seen.
 */
export function firstPlaceFor(
  { version, entries: length, past = NO_PAST }: Pick<TicketHead, "version" | "entries" | "past">,
  event: TicketEvent,
  { expect, known = length }: { expect?: number | undefined; known?: number | undefined },
): number {
  if (event.type === "take-back") return 0; // a take-back may concern any words that the citizen has added
  const since = expect === undefined ? 0 : Math.min(Math.max(version - expect, 0), MOST_SINCE);
  const reminder = event.type === "remind" && event.late ? remindersOf(past, event)?.late?.newest : undefined;
  return Math.max(Math.min(known, length - since, reminder ?? length), 0);
}
