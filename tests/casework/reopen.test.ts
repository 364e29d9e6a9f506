import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { deadlinesOf } from "../../src/casework/deadline.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { eventForState, GRACE } from "../../src/casework/reopen.ts";
import { officerAfterDispute } from "../../src/casework/routing.ts";
import { newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import type { Rung } from "../../src/vocabulary/lists.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const MONDAY = Date.UTC(2026, 10, 23, 3);
const DAY = 86_400_000;
const VILLAGE = "3524012001";
const opened = newTicket(
  {
    number: "LMG-26-000001-1",
    district: "lamongan",
    category: "not-paid",
    text: "belum cair",
    person: {},
    locale: "id",
    openedAt: MONDAY,
    area: VILLAGE,
  },
  calendar,
);
const changed = (ticket: Ticket, ...events: TicketEvent[]) =>
  events.reduce((one, event) => applyEvent(one, event, calendar), ticket);
const routed = (officer: string, seen: number, id = "r0"): TicketEvent => ({
  type: "assign",
  id,
  at: MONDAY,
  by: "system",
  text: officer,
  officer,
  seen,
});
const ended = (type: "close" | "repair") =>
  changed(opened, routed("village", 0), { type, id: "c", at: MONDAY + DAY, by: "village", text: "sudah" });
const dispute = (at: number): TicketEvent => ({
  type: "dispute",
  id: "m1",
  at,
  by: "citizen",
  text: "uangnya belum ada",
});

describe("a ticket whose end its citizen disputes", () => {
  it.each(["close", "repair"] as const)("is reopened after %s, with the citizen's words and new clocks", (type) => {
    const at = MONDAY + 9 * DAY;
    const ticket = changed(ended(type), dispute(at));
    expect(ticket).toMatchObject({ state: "working", reopened: 1, raise: true, news: true, officer: "village" });
    expect(ticket).toMatchObject(deadlinesOf("not-paid", at, calendar));
    expect([ticket.closedAt, ticket.repairedAt, ticket.answeredAt]).toEqual([undefined, undefined, undefined]);
    expect(ticket.events.at(-1)?.text).toBe("uangnya belum ada");
  });

  it("is raised once, and routed like any other ticket afterwards", () => {
    const reopened = changed(ended("close"), dispute(MONDAY + 9 * DAY));
    const given = changed(reopened, routed("tksk", reopened.events.length, "r1"));
    expect([given.raise, given.officer, given.news]).toEqual([undefined, "tksk", false]);
  });

  it.each([
    ["a dispute in time reopens the ticket", "closed", GRACE, "dispute"],
    ["a dispute after the grace becomes a note", "closed", GRACE + 1, "note"],
    ["a dispute of an open ticket becomes an addition", "open", 1, "add"],
  ])("%s", (_, state, later, type) => {
    const ticket = state === "closed" ? ended("close") : opened;
    expect(eventForState(ticket, dispute(MONDAY + DAY + later)).type).toBe(type);
  });

  const officer = (rung: Rung, id: string = rung, more: Partial<Officer> = {}): Officer => ({
    id,
    name: id,
    district: "lamongan",
    rung,
    areas: rung === "dinsos" ? [] : ["352401"],
    sensitive: false,
    active: true,
    ...more,
  });
  const all = [officer("village"), officer("companion"), officer("tksk"), officer("dinsos")];
  it.each([
    ["village", all, "tksk"],
    ["companion", all, "tksk"],
    ["tksk", all, "dinsos"],
    ["dinsos", all, "dinsos"],
    ["village", [officer("village"), officer("dinsos")], "dinsos"],
    ["village", [officer("village")], "village"],
    ["gone", all, "tksk"],
  ])("goes from %s to the next rung with an officer", (holder, officers, expected) => {
    const one = officers.find(({ id }) => id === holder);
    expect(officerAfterDispute(opened, one, officers, {})?.id).toBe(expected);
  });
});
