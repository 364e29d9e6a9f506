import type { z } from "zod";
import type { Delivery } from "../casework/desk/act-on-ticket.ts";
import { endingOf } from "../casework/mentioned-numbers.ts";
import { isOverdue, type Ticket, type WithoutThread } from "../casework/ticket.ts";
import type { TicketRow, TicketWhole } from "./contract/tickets.ts";

/** A row has no people's numbers and no words. */
export function rowOf(ticket: WithoutThread, now: number): z.input<typeof TicketRow> {
  const { number, district, kind, category, sensitive, doubt, state, reason, programme, area } = ticket;
  const { openedAt, firstAnswerBy, resolveBy, answeredAt, closedAt, repairedAt } = ticket;
  const times = { openedAt, firstAnswerBy, resolveBy, answeredAt, closedAt, repairedAt };
  return {
    number,
    version: ticket.version,
    district,
    kind,
    category,
    sensitive,
    doubt,
    state,
    reason,
    programme,
    area,
    officer: ticket.officer,
    beside: ticket.beside,
    parts: ticket.parts,
    reopened: ticket.reopened,
    linked: ticket.linked,
    overdue: isOverdue(ticket, now),
    ...times,
  };
}

/** An operator gets only these fields of a confidential ticket. */
export function headOf(ticket: WithoutThread, now: number): z.input<typeof TicketRow> {
  const { reason: _, programme: __, linked: ___, ...head } = rowOf(ticket, now);
  return { ...head, parts: [] };
}

export function wholeOf(
  ticket: Ticket,
  deliveries: Record<string, Delivery>,
  isReachable: boolean,
): z.input<typeof TicketWhole> {
  const { person, text, place, when, conversation, events } = ticket;
  return {
    ...rowOf(ticket, Date.now()),
    text,
    place,
    when,
    person: { hasNik: person.nik !== undefined, hasKk: person.kk !== undefined, name: person.name ?? null },
    mentioned: ticket.mentioned.map((one) => ({ entry: one.entry, label: one.label, ending: endingOf(one) })),
    openedBy: ticket.openedBy,
    hasChat: conversation !== undefined,
    unreachable: isReachable ? undefined : true,
    attachments: ticket.attachments.map(({ file: _, mime: __, at: ___, ...rest }) => rest),
    events: events.map((event) => {
      const { id, at, by, type, text: words } = event;
      const heads = event.type === "amend" ? { was: event.was, now: event.now } : {};
      const stays = event.type === "take-back" && event.laneStays ? { laneStays: true } : {};
      return { id, at, by, type, text: words, delivery: deliveries[id], ...heads, ...stays };
    }),
  };
}
