import { clocksOf } from "./amend.ts";
import { type Calendar, deadlineAfterPause, deadlinesOf } from "./deadline.ts";
import type { ClockEffect } from "./kinds/kind.ts";
import { decisionTime } from "./open-question.ts";
import { partsAfterPause } from "./part-effects.ts";
import { pastOf } from "./past.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

type Given = { before: Ticket; event: TicketEvent; calendar: Calendar };

export const clockEffects: Record<ClockEffect, (ticket: Ticket, given: Given) => Ticket> = {
  answered: (ticket, { before, event }) => ({ ...ticket, answeredAt: before.answeredAt ?? event.at }),
  recount: (ticket, { before, calendar }) =>
    ticket.category === before.category ? ticket : { ...ticket, ...clocksOf(before, ticket.category, calendar) },
  pause: (ticket, { event: { at }, calendar }) => ({
    ...ticket,
    waitingSince: at,
    decideBy: decisionTime(pastOf(ticket).asked?.at ?? at, calendar),
  }),
  resume({ waitingSince, decideBy: _, ...ticket }, { event, calendar }) {
    if (waitingSince === undefined) return ticket;
    const resumed = { ...ticket, resolveBy: deadlineAfterPause(ticket.resolveBy, waitingSince, event.at, calendar) };
    return partsAfterPause(resumed, waitingSince, { event, calendar });
  },
  end: ({ waitingSince: _, decideBy: __, ...ticket }, { event }) => ({ ...ticket, news: false, closedAt: event.at }),
  restart(ended, { event, calendar }) {
    const { closedAt: _, repairedAt: __, answeredAt: ___, waitingSince: ____, decideBy: _____, ...ticket } = ended;
    return { ...ticket, ...deadlinesOf(ticket.category, event.at, calendar) };
  },
};
