import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { categories } from "../../src/casework/category.ts";
import { TicketEvent as TicketEventSchema } from "../../src/casework/event.ts";
import type { LaneChange } from "../../src/casework/lane.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent } from "../../src/casework/ticket.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const NOW = Date.parse("2026-11-23T09:00+07:00");
const draft = (more: Partial<TicketDraft> = {}): TicketDraft => ({
  number: "LMG-26-000123-7",
  district: "lamongan",
  category: "officer",
  text: "saya mau tanya",
  person: {},
  locale: "id",
  openedAt: NOW,
  ...more,
});
const held: Ticket = { ...newTicket(draft(), calendar), officer: "sari", beside: "dudi", news: false };
const added = (lane: LaneChange, id = "a1"): TicketEvent => ({
  type: "add",
  id,
  at: NOW,
  by: "citizen",
  text: "x",
  lane,
});
const changed = (ticket: Ticket, ...events: TicketEvent[]) =>
  events.reduce((one, event) => applyEvent(one, event, calendar), ticket);

describe("words that accuse make a ticket confidential", () => {
  it.each(Object.keys(categories) as (keyof typeof categories)[])(
    "when it is opened, whatever its category: %s",
    (category) => {
      const lane = { sensitive: true, barred: ["ratna"], keeps: [] };
      const ticket = newTicket(draft({ category, lane }), calendar);
      expect(ticket.sensitive).toBe(true);
      expect(ticket.barred).toEqual(["ratna"]);
      expect("lane" in ticket).toBe(false);
    },
  );

  it("like the citizen's own wish", () => {
    expect(newTicket(draft({ confidential: true }), calendar)).toMatchObject({ sensitive: true });
    expect(newTicket(draft(), calendar)).toMatchObject({ sensitive: false });
  });

  it("when they are added: its officers lose it and routing gives it anew", () => {
    const ticket = changed(held, added({ sensitive: true, barred: [], keeps: [] }));
    expect(ticket).toMatchObject({ sensitive: true, news: true });
    expect(ticket.officer).toBeUndefined();
    expect(ticket.beside).toBeUndefined();
  });

  it("when they are added, except that an officer in `keeps` keeps the ticket", () => {
    expect(changed(held, added({ sensitive: true, barred: [], keeps: ["sari"] }))).toMatchObject({ officer: "sari" });
    expect(changed(held, added({ sensitive: true, barred: ["sari"], keeps: ["sari"] })).officer).toBeUndefined();
  });

  it("when they are added after the end, and make no news", () => {
    const closed = changed(held, { type: "close", id: "c", at: NOW, by: "sari", text: "ok" });
    const ticket = changed(closed, {
      type: "note",
      id: "n",
      at: NOW,
      by: "citizen",
      text: "x",
      lane: { sensitive: true, barred: ["sari"], keeps: [] },
    });
    expect(ticket).toMatchObject({ sensitive: true, barred: ["sari"], state: "closed", news: false });
    expect(ticket.officer).toBeUndefined();
  });

  it("when they are added, and an older assignment by the system does not bring the ticket back", () => {
    const taken = changed(held, added({ sensitive: true, barred: [], keeps: [] }));
    const ticket = changed(taken, {
      type: "assign",
      id: "r",
      at: NOW,
      by: "system",
      text: "Sari",
      officer: "sari",
      seen: 0,
    });
    expect(ticket.officer).toBeUndefined();
  });
});

describe("words that are taken back", () => {
  const raised = changed(held, added({ sensitive: true, barred: ["sari"], keeps: [] }));
  const told = changed(raised, {
    ...{ type: "assign", id: "r", at: NOW, by: "system", text: "Marta" },
    ...{ officer: "marta", seen: 1 },
  } as TicketEvent);
  const back: TicketEvent = { type: "take-back", id: "w", at: NOW + 1, by: "citizen", text: "", of: NOW };

  it("leave the ticket confidential and the officer barred, and the thread says why", () => {
    expect(told.news).toBe(false);
    const ticket = changed(told, back);
    expect(ticket).toMatchObject({ sensitive: true, barred: ["sari"], officer: "marta", news: true });
    expect(ticket.events.at(-1)).toMatchObject({ type: "take-back", laneStays: true });
    expect(ticket.events[0]).toMatchObject({ type: "add", text: "" });
    expect(TicketEventSchema.parse(ticket.events.at(-1))).toHaveProperty("laneStays", true);
  });

  it("leave no mark in the thread if they changed no lane", () => {
    const plain = { type: "add", id: "p", at: NOW + 5, by: "citizen", text: "x" } as TicketEvent;
    const ticket = changed(changed(told, plain), { ...back, of: NOW + 5, id: "w2" } as TicketEvent);
    expect(ticket.events.at(-1)).not.toHaveProperty("laneStays");
  });
});

it("an amendment lowers a ticket for a reason, and barred officers stay barred", () => {
  const raised = changed(held, added({ sensitive: true, barred: ["sari"], keeps: [] }));
  const now = { sensitive: false };
  const lowered = changed(raised, { type: "amend", id: "l", at: NOW, by: "marta", text: "salah paham", now });
  expect(lowered).toMatchObject({ sensitive: false, barred: ["sari"] });
  expect(lowered.events.at(-1)).toMatchObject({ by: "marta", text: "salah paham" });
});

it("the words of a dispute take the reopened ticket from an accused officer", () => {
  const closed = changed(held, { type: "close", id: "c", at: NOW, by: "sari", text: "ok" });
  const lane = { sensitive: true, barred: ["sari"], keeps: [] };
  const again = changed(closed, { type: "dispute", id: "d", at: NOW, by: "citizen", text: "x", lane });
  expect(again).toMatchObject({ sensitive: true, barred: ["sari"], state: "working" });
  expect(again.officer).toBeUndefined();
});

it("no words lower a ticket or end the bar of an officer", () => {
  const lane = fc.record({
    sensitive: fc.boolean(),
    barred: fc.subarray(["sari", "dudi", "ratna"]),
    keeps: fc.subarray(["sari", "dudi", "ratna"]),
  });
  fc.assert(
    fc.property(fc.array(lane, { maxLength: 6 }), (lanes) => {
      let ticket = held;
      lanes.forEach((one, index) => {
        const next = changed(ticket, added(one, `a${index}`));
        expect(next.sensitive).toBe(ticket.sensitive || one.sensitive);
        expect(next.barred ?? []).toEqual(expect.arrayContaining([...(ticket.barred ?? []), ...one.barred]));
        expect(next.barred ?? []).not.toContain(next.officer);
        expect(next.barred ?? []).not.toContain(next.beside);
        ticket = next;
      });
    }),
  );
});
