import { defined } from "../defined.ts";
import { amended } from "./amend.ts";
import { afterFetch, withFiles, withoutKept } from "./attachment.ts";
import { checkHolder } from "./check-holder.ts";
import { unlessDoubted } from "./lane.ts";
import { endingOf } from "./mentioned.ts";
import { putOff, toldOf } from "./notice.ts";
import { withdrawn } from "./open-question.ts";
import { remindedOf } from "./past-reminders.ts";
import { disputed } from "./reopen.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

type Of<Type extends TicketEvent["type"]> = TicketEvent & { type: Type };
type Writers = { [Type in TicketEvent["type"]]: (ticket: Ticket, event: Of<Type>) => Ticket };

const inThread = (ticket: Ticket, event: TicketEvent): Ticket => ({ ...ticket, events: [...ticket.events, event] });

/** The fields that each event changes in its ticket. Step and clocks follow from the table of the ticket's kind. */
const writers: Writers = {
  note: inThread,
  answer: inThread,
  ask: inThread,
  proceed: inThread,
  repair: inThread,
  close: inThread,
  share: shared,
  "end-part": inThread,
  nudge: inThread,
  confide: inThread,
  amend: amended,
  dispute: disputed,
  "take-back": (ticket, event) => withdrawn(inThread(ticket, event), event),
  tell: toldOf,
  "put-off": putOff,
  assign: routed,
  remind: (ticket, event) => ({ ...ticket, events: remindedOf(ticket, event) }),
  withhold: (ticket, event) => ({
    ...inThread(ticket, event),
    mentioned: ticket.mentioned.filter((one) => !event.endings.includes(endingOf(one))),
  }),
  erase: (ticket, event) => ({
    ...inThread(ticket, event),
    mentioned: [],
    ...(event.withFiles ? { attachments: withoutKept(ticket.attachments), unnamed: true as const } : {}),
  }),
  add: (ticket, event) => ({
    ...inThread(ticket, event),
    ...(ticket.area === undefined && event.area !== undefined ? { area: event.area } : {}),
    attachments: withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at),
    news: true,
  }),
  fetch: (ticket, event) => ({
    ...inThread(ticket, event),
    attachments: afterFetch(ticket.attachments, event.file, event.fetched),
  }),
};

/** The ticket with an event in it; the same object where the event changes nothing. */
export const written = (ticket: Ticket, event: TicketEvent): Ticket =>
  (writers[event.type] as (ticket: Ticket, event: TicketEvent) => Ticket)(ticket, event);

/** The ticket with the notices of a part's officer; the parts follow from the table of its kind. */
function shared(ticket: Ticket, { notices: more = [], ...event }: Of<"share">): Ticket {
  const notices = [...(ticket.notices ?? []), ...more];
  return { ...inThread(ticket, event), ...(notices.length > 0 ? { notices } : {}) };
}

/**
 * The ticket after an assignment. If the system decided on an older state of the ticket, nothing changes, and the
 * system decides again. If the officer stays the same, or there is still none, the thread gets no event.
 */
function routed(whole: Ticket, { notices, ...event }: Of<"assign">): Ticket {
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
