import { defined } from "../defined.ts";
import { holdersOf } from "./access.ts";
import { applyAmendment } from "./amend.ts";
import { withErased, withFetched, withFiles } from "./attachment.ts";
import { checkHolder } from "./check-holder.ts";
import { settleDoubt } from "./lane.ts";
import { endingOf } from "./mentioned-numbers.ts";
import { type Notice, putOffNotices, withoutNotice } from "./notice.ts";
import { withoutTakenBack } from "./open-question.ts";
import { addToThread, lengthOf } from "./past.ts";
import { withoutRepeatedReminders } from "./past-reminders.ts";
import { applyDispute } from "./reopen.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

type Of<Type extends TicketEvent["type"]> = TicketEvent & { type: Type };
type Recorders = { [Type in TicketEvent["type"]]: (ticket: Ticket, event: Of<Type>) => Ticket };

/** `applyMove` changes the step and the clocks. */
const recorders: Recorders = {
  note: addToThread,
  answer: addToThread,
  ask: addToThread,
  proceed: addToThread,
  repair: addToThread,
  close: addToThread,
  share: recordShare,
  "end-part": addToThread,
  nudge: addToThread,
  confide: addToThread,
  amend: applyAmendment,
  dispute: applyDispute,
  "take-back": (ticket, event) => withoutTakenBack(addToThread(ticket, event), event),
  tell: withoutNotice,
  "put-off": putOffNotices,
  assign: recordAssignment,
  remind: (ticket, event) => addToThread(withoutRepeatedReminders(ticket, event), event),
  withhold: (ticket, event) => ({
    ...addToThread(ticket, event),
    mentioned: ticket.mentioned.filter((one) => !event.endings.includes(endingOf(one))),
  }),
  erase: (ticket, event) => ({
    ...addToThread(ticket, event),
    mentioned: [],
    ...(event.withFiles ? { attachments: withErased(ticket.attachments), unnamed: true as const } : {}),
  }),
  add: (ticket, event) => ({
    ...addToThread(ticket, event),
    ...placeOf(ticket, event),
    attachments: withFiles(ticket.number, ticket.attachments, event.files ?? [], event.at),
    news: true,
  }),
  fetch: (ticket, event) => ({
    ...addToThread(ticket, event),
    attachments: withFetched(ticket.attachments, event.file, event.fetched),
  }),
};

/** Returns the same object if the event changes nothing. */
export const recordEvent = (ticket: Ticket, event: TicketEvent): Ticket =>
  (recorders[event.type] as (ticket: Ticket, event: TicketEvent) => Ticket)(ticket, event);

function placeOf({ area: before }: Ticket, { area, moves }: Of<"add">): Partial<Pick<Ticket, "area" | "moved">> {
  if (area === undefined || area === before) return {};
  if (before === undefined) return { area };
  return moves ? { area, moved: true } : {};
}

function recordShare(ticket: Ticket, { notices: more = [], ...event }: Of<"share">): Ticket {
  const notices = [...(ticket.notices ?? []), ...more];
  return { ...addToThread(ticket, event), ...(notices.length > 0 ? { notices } : {}) };
}

const isForOther = ({ officer }: Notice, ticket: Ticket): boolean =>
  officer !== ticket.officer && holdersOf(ticket).includes(officer);

function recordAssignment(ticketBefore: Ticket, { notices: more = [], ...event }: Of<"assign">): Ticket {
  const { officer: before, beside: _, raise: __, moved: ___, notices: waiting = [], ...unassigned } = ticketBefore;
  const { officer, beside, seen } = event;
  if (event.from !== undefined) checkHolder(ticketBefore, event.from);
  const isOld = seen >= 0 && lengthOf(ticketBefore) > seen;
  const ticket = event.checked && !isOld ? settleDoubt(unassigned) : unassigned;
  if (isOld && event.by === "system") return ticketBefore;
  const needsRouting = seen < 0 || (isOld && ticket.news);
  const assigned: Ticket = {
    ...ticket,
    ...defined({ officer, beside }),
    news: ticket.state !== "closed" && needsRouting,
  };
  const others = waiting.filter(
    (one) => isForOther(one, assigned) && !more.some(({ officer }) => officer === one.officer),
  );
  const notices = [...more, ...others];
  const told = notices.length > 0 ? { ...assigned, notices } : assigned;
  return officer === before ? told : addToThread(told, event);
}
