import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { eraseMentionedAt, MENTIONED_KEPT, personMentioned } from "../../src/casework/mentioned-numbers.ts";
import { newTicket, type Ticket, type TicketDraft, type TicketEvent } from "../../src/casework/ticket.ts";
import { ticketColumns } from "../../src/store/ticket-columns.ts";
import { testVault } from "../support/keys.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const NIK = "3524015206799901";
const KK = "3524012304219905";
const typed = (number: string, label: "nik" | "kk" = "nik") => ({ label, number });

const opened = (more: Partial<TicketDraft> = {}): Ticket =>
  newTicket(
    {
      number: "LMG-26-000123-7",
      district: "lamongan",
      category: "wrong-recipient",
      text: "tetangga saya NIK ••••••••••••••01 punya mobil",
      person: {},
      locale: "id",
      openedAt: 1,
      mentioned: [typed(NIK)],
      ...more,
    },
    calendar,
  );
const added = (id: string, mentioned: { label: "nik" | "kk"; number: string }[]): TicketEvent => ({
  type: "add",
  id,
  at: 2,
  by: "citizen",
  text: "KK ••••••••••••••05",
  mentioned,
});
const then = (ticket: Ticket, ...events: TicketEvent[]): Ticket =>
  events.reduce((one, event) => applyEvent(one, event, calendar), ticket);
const closed = (at: number): TicketEvent => ({ type: "close", id: `closed-${at}`, at, by: "sari", text: "" });

it("a new phone number of an addition replaces the number to call, and the thread does not keep it", () => {
  const before = opened({ category: "call-back", person: { phone: "081234567890" } });
  const event: TicketEvent = { type: "add", id: "a", at: 2, by: "citizen", text: "[…22]", phone: "085740002222" };
  const { person, events } = applyEvent(before, event, calendar);
  expect(person.phone).toBe("085740002222");
  expect(JSON.stringify(events)).not.toContain("085740002222");
});

describe("a number mentioned in a ticket's words", () => {
  it("is kept for its entry, but neither as the person's nor in the thread", () => {
    const ticket = then(opened(), added("m1.0", [typed(KK, "kk")]), added("m1.0", [typed(KK, "kk")]));
    expect(ticket.mentioned).toEqual([
      { ...typed(NIK), entry: "text" },
      { ...typed(KK, "kk"), entry: "m1.0" },
    ]);
    expect(ticket.person).toEqual({});
    expect(JSON.stringify(ticket.events)).not.toMatch(/\d{16}/);
  });

  it("is in no column by which a search finds the ticket", () => {
    const vault = testVault();
    const columns = JSON.stringify(ticketColumns(vault, calendar, then(opened(), added("m1.0", [typed(KK, "kk")]))));
    for (const number of [NIK, KK]) {
      expect(columns).not.toContain(number);
      for (const kind of ["nik", "kk"]) expect(columns).not.toContain(vault.index(kind, number));
    }
  });

  it("is not kept if it is the person's own", () => {
    expect(opened({ person: { nik: NIK } }).mentioned).toEqual([]);
  });

  it("is removed after the citizen withholds its ending", () => {
    const back: TicketEvent = { type: "withhold", id: "w", at: 3, by: "citizen", text: "NIK …01", endings: ["01"] };
    const ticket = then(opened(), added("m1.0", [typed(KK, "kk")]), back);
    expect(ticket.mentioned.map(({ number }) => number)).toEqual([KK]);
    expect(then(opened(), closed(5), back).mentioned).toEqual([]);
  });

  it("is erased a month after the end and never before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1e13 }), (at) => {
        expect(eraseMentionedAt(opened())).toBeUndefined();
        const ended = then(opened(), closed(at));
        expect(eraseMentionedAt(ended)).toBe(at + MENTIONED_KEPT);
        const erased = then(ended, { type: "erase", id: "e", at: at + MENTIONED_KEPT, by: "system", text: "" });
        expect(JSON.stringify(erased)).not.toContain(NIK);
        expect(eraseMentionedAt(erased)).toBeUndefined();
      }),
    );
  });

  it("can become the person's number of its label", () => {
    const ticket = then(opened(), added("m1.0", [typed(KK, "kk")]));
    expect(personMentioned(ticket, "text")).toEqual({ nik: NIK });
    expect(personMentioned(ticket, "m1.0")).toEqual({ kk: KK });
    expect(personMentioned(ticket, "m2.0")).toBeUndefined();
  });

  it("is kept for a note that came after the end", () => {
    const late = { ...added("m9.0", [typed(KK, "kk")]), type: "note" } as TicketEvent;
    const ticket = then(opened(), closed(5), late);
    expect(ticket.mentioned.at(-1)).toEqual({ ...typed(KK, "kk"), entry: "m9.0" });
    expect(JSON.stringify(ticket.events)).not.toContain(KK);
  });

  it("is kept nowhere in a ticket about violence", () => {
    const one = then(opened({ category: "violence" }), added("m1.0", [typed(KK, "kk")]));
    const late = { ...added("m9.0", [typed(KK, "kk")]), type: "note" } as TicketEvent;
    expect(JSON.stringify(then(one, closed(5), late))).not.toMatch(/\d{16}/);
  });

  it("is removed when the ticket becomes one about violence", () => {
    const to: TicketEvent = {
      ...{ type: "amend", id: "a", at: 3, by: "sari", text: "ini kekerasan" },
      now: { category: "violence" },
    };
    expect(JSON.stringify(then(opened(), added("m1.0", [typed(KK, "kk")]), to))).not.toMatch(/\d{16}/);
  });

  it.each(["urgent", "urgent-private", "officer-conduct"] as const)("is kept in a ticket of %s", (category) => {
    expect(opened({ category }).mentioned).toEqual([{ ...typed(NIK), entry: "text" }]);
  });
});
