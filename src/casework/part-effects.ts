import { AppError } from "../vocabulary/errors.ts";
import type { Office, PartOutcome } from "../vocabulary/lists.ts";
import { addWorkingDays, type Calendar, deadlineAfterPause } from "./deadline.ts";
import { kindTable } from "./kinds/index.ts";
import type { Move, PartEffect } from "./kinds/kind.ts";
import { isOpenPart, officesFor, openPartOf, openPartsOf, type Part } from "./part.ts";
import type { Ticket, TicketEvent } from "./ticket.ts";

type Given = { event: TicketEvent; calendar: Calendar };

const officeOf = (event: TicketEvent): Office | undefined => ("office" in event ? event.office : undefined);

/**
 * Throws:
 * - NO_PART: the part is not open.
 * - PART_OPEN: another office has an open part.
 */
export function checkParts(ticket: Ticket, { part, requires = [] }: Move, event: TicketEvent): void {
  const { number } = ticket;
  const own = officeOf(event);
  if (part === "end" && (own === undefined || !openPartOf(ticket, own)))
    throw new AppError("NO_PART", `${own ?? "no office"} has no open part of ${number}`);
  const other = openPartsOf(ticket).find(({ office }) => office !== own);
  if (requires.includes("parts-ended") && other) {
    const message = `${other.office} still has a part of ${number}: end-part ends it, with a reason`;
    throw new AppError("PART_OPEN", message, { details: { values: { office: other.office } } });
  }
}

export const partEffects: Record<PartEffect, (ticket: Ticket, given: Given) => Ticket> = {
  begin(ticket, { event, calendar }) {
    if (event.type !== "share") return ticket;
    const { office, officer } = event;
    const openPart = openPartOf(ticket, office);
    if (openPart) return withPart(ticket, openPart, ({ officer: _, ...part }) => withOfficer(part, officer));
    const days = kindTable(ticket.kind).parts?.resolve ?? 0;
    const dueAt = addWorkingDays(event.at, days, calendar);
    const fresh = { no: ticket.parts.length + 1, office, phase: "new" as const, since: event.at, dueAt };
    return { ...ticket, parts: [...ticket.parts, withOfficer(fresh, officer)] };
  },
  end(ticket, { event }) {
    if (event.type !== "end-part") return ticket;
    const ended = endParts(ticket, event.at, event.outcome, ({ office }) => office === event.office);
    return { ...ended, news: true };
  },
  "end-own": (ticket, { event }) => endParts(ticket, event.at, "done", ({ office }) => office === officeOf(event)),
  "end-withdrawn": (ticket, { event }) =>
    event.type === "add" && event.withdraws ? endParts(ticket, event.at, "withdrawn", () => true) : ticket,
};

const withOfficer = (part: Omit<Part, "officer">, officer: string | undefined): Part =>
  officer === undefined ? part : { ...part, officer };

const withPart = (ticket: Ticket, { no }: Part, change: (part: Part) => Part): Ticket => ({
  ...ticket,
  parts: ticket.parts.map((part) => (part.no === no ? change(part) : part)),
});

function endParts(ticket: Ticket, at: number, outcome: PartOutcome, which: (part: Part) => boolean): Ticket {
  if (!ticket.parts.some((part) => isOpenPart(part) && which(part))) return ticket;
  const phase = outcome === "done" ? "solved" : "closed";
  const parts = ticket.parts.map(
    (part): Part => (isOpenPart(part) && which(part) ? { ...part, phase, endedAt: at, outcome } : part),
  );
  return { ...ticket, parts };
}

export function beginPartWork(ticket: Ticket, event: TicketEvent): Ticket {
  const office = event.type === "share" ? undefined : officeOf(event);
  const part = office && openPartOf(ticket, office);
  return part?.phase === "new" ? withPart(ticket, part, (one) => ({ ...one, phase: "working" })) : ticket;
}

export function endUnseenParts(ticket: Ticket, at: number): Ticket {
  if (openPartsOf(ticket).length === 0) return ticket;
  const offices = officesFor(ticket);
  const left = endParts(ticket, at, "out-of-sight", ({ office }) => !offices.includes(office));
  const isAccused = ({ officer }: Part) => officer !== undefined && ticket.barred?.includes(officer) === true;
  if (!openPartsOf(left).some(isAccused)) return left;
  const parts = left.parts.map(({ officer, ...part }) =>
    withOfficer(part, isAccused({ ...part, officer }) ? undefined : officer),
  );
  return { ...left, parts, news: true };
}

export function partsAfterPause(ticket: Ticket, pausedAt: number, { event, calendar }: Given): Ticket {
  if (openPartsOf(ticket).length === 0) return ticket;
  const parts = ticket.parts.map((part) =>
    isOpenPart(part)
      ? { ...part, dueAt: deadlineAfterPause(part.dueAt, Math.max(pausedAt, part.since), event.at, calendar) }
      : part,
  );
  return { ...ticket, parts };
}
