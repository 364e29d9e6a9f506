import { z } from "zod";
import type { Ticket, TicketEvent, TicketHead } from "./ticket.ts";

/** `due` is in ms. `part` is absent for the ticket's own clock. */
const Reminded = z.object({
  due: z.number(),
  part: z.number().optional(),
  /**
   * The reminders after the clock ran out:
   * - `at`: the time of the newest reminder (ms).
   * - `first`, `newest`: the indexes of these reminders in the thread.
   */
  late: z.object({ at: z.number(), first: z.number(), newest: z.number().optional() }).optional(),
});
type Reminded = z.infer<typeof Reminded>;

/** The head keeps these facts, so a change loads only the newest entries. */
export const Past = z.object({
  /** The newest question; `no` is its index in the thread. */
  asked: z.object({ at: z.number(), text: z.string(), no: z.number().optional() }).optional(),
  /** The times (ms) and the thread indexes of the citizen's newest words. */
  added: z.array(z.object({ at: z.number(), no: z.number() })).optional(),
  /** When the citizen withdrew the report (ms). */
  withdrawnAt: z.number().optional(),
  /** When the service reminded the citizen (ms). */
  nudgedAt: z.number().optional(),
  ending: z.enum(["close", "repair"]).optional(),
  given: z.object({ officer: z.string(), name: z.string() }).optional(),
  reminded: z.array(Reminded),
});
export type Past = z.infer<typeof Past>;

export type WithPast = { past: Past } | { past?: Past | undefined; events: readonly TicketEvent[] };

export type KnownHead = TicketHead & { past: Past };

export const ticketWithoutEntries = ({ entries, ...head }: KnownHead): Ticket => ({
  ...head,
  unread: entries,
  events: [],
});

export const NO_PAST: Past = { added: [], reminded: [] };
const MOST_CLOCKS = 20;
const MOST_ADDED = 6;
const MOST_NEW_VERSIONS = 40;

export const lengthOf = (ticket: Pick<Ticket, "unread" | "events"> | Pick<TicketHead, "entries">): number =>
  "entries" in ticket ? ticket.entries : (ticket.unread ?? 0) + ticket.events.length;

export const pastOf = (ticket: WithPast): Past => ticket.past ?? ("events" in ticket ? pastIn(ticket.events) : NO_PAST);

export const pastIn = (events: readonly TicketEvent[]): Past => events.reduce(addToPast, NO_PAST);

export const addToThread = (ticket: Ticket, event: TicketEvent): Ticket => ({
  ...ticket,
  events: [...ticket.events, event],
  past: addToPast(pastOf(ticket), event, lengthOf(ticket)),
});

function addToPast(past: Past, event: TicketEvent, no: number): Past {
  switch (event.type) {
    case "ask":
      return { ...past, asked: { at: event.at, text: event.text, no } };
    case "add":
      return {
        ...past,
        ...(past.added ? { added: [...past.added, { at: event.at, no }].slice(-MOST_ADDED) } : {}),
        ...(event.withdraws ? { withdrawnAt: event.at } : {}),
      };
    case "dispute":
      return withoutWithdrawal(past);
    case "take-back":
      return event.of === past.withdrawnAt ? withoutWithdrawal(past) : past;
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

const withoutWithdrawal = ({ withdrawnAt: _, ...past }: Past): Past => past;

type Clock = Pick<Reminded, "due"> & { part?: number | undefined };

export const isSameClock = (one: Clock, other: Clock): boolean => one.due === other.due && one.part === other.part;

export const remindersOf = (past: Past, clock: Clock): Reminded | undefined =>
  past.reminded.find((one) => isSameClock(one, clock));

function addReminder(
  reminded: readonly Reminded[],
  { at, due, part, late }: TicketEvent & { type: "remind" },
  no: number,
): Reminded[] {
  const known = reminded.find((one) => isSameClock(one, { due, part })) ?? { due, part };
  const first = known.late?.first ?? no;
  const told = late ? { late: { at, first, ...(first === no ? {} : { newest: no }) } } : {};
  return [...reminded.filter((one) => one !== known), { ...known, ...told }].slice(-MOST_CLOCKS);
}

export function pastWithoutEntries(past: Past, removed: readonly number[]): Past {
  const indexNow = (no: number) => no - removed.filter((one) => one < no).length;
  const reminded = past.reminded.map(({ late, ...clock }) => {
    if (!late) return clock;
    const { newest } = late;
    const isGone = newest === undefined || removed.includes(newest);
    const first = indexNow(late.first);
    return { ...clock, late: { at: late.at, first, ...(isGone ? {} : { newest: indexNow(newest) }) } };
  });
  const { asked, added } = past;
  return {
    ...past,
    ...(asked?.no === undefined ? {} : { asked: { ...asked, no: indexNow(asked.no) } }),
    ...(added ? { added: added.map(({ at, no }) => ({ at, no: indexNow(no) })) } : {}),
    reminded,
  };
}

/** Returns 0 if the head may have forgotten an index. */
function firstIndexForTakeBack({ asked, added }: Past, of: number): number | undefined {
  const index = added?.findIndex(({ at }) => at === of) ?? -1;
  const isForgotten = !added || (index <= 0 && added.length === MOST_ADDED);
  const isAfterQuestion = asked !== undefined && of >= asked.at;
  if (isForgotten || (isAfterQuestion && asked.no === undefined)) return 0;
  const indexes = [added[index]?.no, isAfterQuestion ? asked.no : undefined].filter((no) => no !== undefined);
  return indexes.length > 0 ? Math.min(...indexes) : undefined;
}

/**
 * Returns the index of the oldest entry that an event needs.
 * - `known`: the index of an entry with the event's id.
 * - `expect`: the version that the caller has seen.
 */
export function firstIndexNeeded(
  { version, entries: length, past = NO_PAST }: Pick<TicketHead, "version" | "entries" | "past">,
  event: TicketEvent,
  { expect, known = length }: { expect?: number | undefined; known?: number | undefined },
): number {
  const newVersions = expect === undefined ? 0 : Math.min(Math.max(version - expect, 0), MOST_NEW_VERSIONS);
  const reminder = event.type === "remind" && event.late ? remindersOf(past, event)?.late?.newest : undefined;
  const taken = event.type === "take-back" ? firstIndexForTakeBack(past, event.of) : undefined;
  return Math.max(Math.min(known, length - newVersions, reminder ?? length, taken ?? length), 0);
}
