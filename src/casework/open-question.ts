import { withTakenBack } from "./attachment.ts";
import { addWorkingDays, type Calendar, calendarOf } from "./deadline.ts";
import { keepsMentioned } from "./mentioned-numbers.ts";
import { pastOf, type WithPast } from "./past.ts";
import { mayPlaceRead } from "./place-access.ts";
import type { Ticket, TicketEvent, WithoutThread } from "./ticket.ts";

/** Times are in ms since 1970. */
export type OpenQuestion = {
  number: string;
  openedAt: number;
  askedAt: number;
  text: string;
  forgets?: true;
  /** Set if no village officer reads the ticket. */
  hiddenFromVillage?: true;
};

/** In working days. */
const REMINDED_AFTER = 3;
const DECIDED_AFTER = 7;

export function openQuestionOf(ticket: WithoutThread & WithPast): OpenQuestion | undefined {
  const { asked } = pastOf(ticket);
  if (ticket.state !== "waiting" || !asked) return undefined;
  const { number, openedAt } = ticket;
  const forgets = keepsMentioned(ticket) ? {} : { forgets: true as const };
  const hidden = mayPlaceRead(ticket) ? {} : { hiddenFromVillage: true as const };
  return { number, openedAt, askedAt: asked.at, text: asked.text, ...forgets, ...hidden };
}

export const decisionTime = (askedAt: number, calendar: Calendar): number =>
  addWorkingDays(askedAt, DECIDED_AFTER, calendar);

/** Returns when the service reminds the citizen (ms). */
export function nextNudgeAt(ticket: WithoutThread & WithPast, calendar: Calendar): number | undefined {
  const question = openQuestionOf(ticket);
  if (!question || ticket.conversation === undefined) return undefined;
  const isDone = (pastOf(ticket).nudgedAt ?? 0) >= question.askedAt;
  return isDone ? undefined : addWorkingDays(question.askedAt, REMINDED_AFTER, calendarOf(ticket.district, calendar));
}

const SETTLING = new Set<TicketEvent["type"]>(["ask", "repair", "close", "proceed"]);

/** The empty entry stays, so a repeat of the message adds nothing. */
export function withoutTakenBack(ticket: Ticket, { of }: TicketEvent & { type: "take-back" }): Ticket {
  const events = ticket.events.map((event): TicketEvent => {
    if (event.type !== "add" || event.at !== of) return event;
    const { files: _, ...rest } = event;
    return { ...rest, text: "" };
  });
  const takenIds = new Set(
    ticket.events.flatMap(({ id, type, at: when }) => (type === "add" && when === of ? [id] : [])),
  );
  const mentioned = ticket.mentioned.filter(({ entry }) => !takenIds.has(entry));
  // Officers who lost the ticket because of these words do not get it back.
  const raised = ticket.events.some((event) => takenIds.has(event.id) && "lane" in event && event.lane !== undefined);
  const marked = events.map((event) =>
    raised && event.type === "take-back" && event.of === of ? { ...event, laneStays: true as const } : event,
  );
  const isNews = raised && ticket.state !== "closed";
  return {
    ...ticket,
    ...(isNews ? { news: true } : {}),
    events: marked,
    mentioned,
    attachments: withTakenBack(ticket.attachments, of),
  };
}

export function isOpenAgain(ticket: Ticket, event: TicketEvent): boolean {
  const { events } = ticket;
  const asked = events.findLast((one) => one.type === "ask");
  if (event.type !== "take-back" || ticket.state !== "working" || !asked || event.of < asked.at) return false;
  const takenAway = new Set(events.flatMap((one) => (one.type === "take-back" ? [one.of] : [])));
  const after = events.slice(events.findIndex(({ id }) => id === asked.id) + 1);
  const answers = after.findIndex(({ type }) => type === "add");
  const isSettled = after.some(
    (one, index) =>
      SETTLING.has(one.type) ||
      (one.type === "answer" && index > answers) ||
      (one.type === "add" && !takenAway.has(one.at)),
  );
  return !isSettled;
}
