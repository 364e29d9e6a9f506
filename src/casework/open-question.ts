import { takenBack } from "./attachment.ts";
import { rule } from "./category.ts";
import { addWorkingDays, type Calendar } from "./deadline.ts";
import { keepsMentioned } from "./mentioned.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

/** An officer's question that waits for its citizen's answer; times in ms since 1970, `openedAt` the ticket's. */
export type OpenQuestion = {
  number: string;
  openedAt: number;
  askedAt: number;
  text: string;
  /** The ticket keeps no numbers that an answer mentions. */
  forgets?: true;
};

/** Working days after which the citizen is reminded of a question, and after which its officer decides without them. */
const REMINDED_AFTER = 3;
const DECIDED_AFTER = 7;

const questionOf = ({ events }: Ticket) => events.findLast((event) => event.type === "ask");

export function openQuestionOf(ticket: Ticket): OpenQuestion | undefined {
  const asked = ticket.state === "waiting" ? questionOf(ticket) : undefined;
  if (!asked) return undefined;
  const { number, openedAt } = ticket;
  const forgets = keepsMentioned(ticket) ? {} : { forgets: true as const };
  return { number, openedAt, askedAt: asked.at, text: asked.text, ...forgets };
}

export const decideBy = (askedAt: number, calendar: Calendar): number =>
  addWorkingDays(askedAt, DECIDED_AFTER, calendar);

/**
 * When to remind the citizen of the open question. Each question is reminded of once; `undefined` after that, when no
 * question is open, and when the citizen has no chat.
 */
export function nextNudge(ticket: Ticket, calendar: Calendar): number | undefined {
  const question = openQuestionOf(ticket);
  if (!question || ticket.conversation === undefined) return undefined;
  const isDone = ticket.events.some(({ type, at }) => type === "nudge" && at >= question.askedAt);
  return isDone ? undefined : addWorkingDays(question.askedAt, REMINDED_AFTER, calendar);
}

/**
 * True for a ticket that a citizen's silence may never close: a confidential one, a data request, or one whose clock
 * counts hours.
 */
export const neverBySilence = ({ sensitive, kind, category }: Ticket): boolean =>
  sensitive || kind === "data" || rule(category).hours !== undefined;

/**
 * Events that settle a question, whoever makes them. An officer's `answer` settles it only after the citizen's answer.
 */
const SETTLING = new Set<TicketEvent["type"]>(["ask", "repair", "close", "proceed"]);

/**
 * The ticket after its citizen has taken back what they added at `of`. The entry stays without words and files, so that
 * the same message does not add it again. If it was the only answer to a question, the question is open again.
 */
export function withdrawn(ticket: Ticket, { of, at }: TicketEvent & { type: "take-back" }, calendar: Calendar): Ticket {
  const events = ticket.events.map((event): TicketEvent => {
    if (event.type !== "add" || event.at !== of) return event;
    const { files: _, ...rest } = event;
    return { ...rest, text: "" };
  });
  const taken = new Set(ticket.events.flatMap(({ id, type, at: when }) => (type === "add" && when === of ? [id] : [])));
  const mentioned = ticket.mentioned.filter(({ entry }) => !taken.has(entry));
  // If these words made the ticket confidential, it stays so: officers who lost it must not get it back because the
  // words are gone.
  const raised = ticket.events.some((event) => taken.has(event.id) && "lane" in event && event.lane !== undefined);
  const marked = events.map((event) =>
    raised && event.type === "take-back" && event.of === of ? { ...event, laneStays: true as const } : event,
  );
  const isNews = raised && ticket.state !== "closed";
  const next = {
    ...ticket,
    ...(isNews ? { news: true } : {}),
    events: marked,
    mentioned,
    attachments: takenBack(ticket.attachments, of),
  };
  const asked = questionOf(next);
  if (ticket.state !== "working" || !asked || of < asked.at) return next;
  const takenAway = new Set(events.flatMap((event) => (event.type === "take-back" ? [event.of] : [])));
  const after = events.slice(events.findIndex(({ id }) => id === asked.id) + 1);
  const answers = after.findIndex(({ type }) => type === "add");
  const isSettled = after.some(
    (event, index) =>
      SETTLING.has(event.type) ||
      (event.type === "answer" && index > answers) ||
      (event.type === "add" && !takenAway.has(event.at)),
  );
  if (isSettled) return next;
  // The clock stood still until the answer came, and that pause is counted already; from `at` on it stands still again.
  const stands = rule(ticket.category).hours === undefined;
  return { ...next, state: "waiting", ...(stands ? { waitingSince: at, decideBy: decideBy(asked.at, calendar) } : {}) };
}
