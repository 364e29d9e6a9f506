import { describe, expect, it } from "vitest";
import { changesOf, type Head } from "../../src/casework/amend.ts";
import { applyEvent } from "../../src/casework/apply.ts";
import { addWorkingDays, deadlinesOf } from "../../src/casework/deadline.ts";
import { newTicket, type Ticket, type TicketEvent } from "../../src/casework/ticket.ts";
import type { Category } from "../../src/vocabulary/lists.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const MONDAY = Date.UTC(2026, 10, 23, 3);
const DAY = 86_400_000;
const NIK = "3524015206799901";

const opened = (category: Category = "not-paid"): Ticket =>
  newTicket(
    {
      number: "LMG-26-000001-1",
      district: "lamongan",
      category,
      text: "belum cair",
      person: { name: "Siti" },
      locale: "id",
      openedAt: MONDAY,
      area: "3524012001",
    },
    calendar,
  );
const held = (ticket = opened()) =>
  applyEvent(
    ticket,
    { type: "assign", id: "r0", at: 1, by: "system", text: "Sari", officer: "sari", beside: "tono", seen: 0 },
    calendar,
  );
const amend = (now: Head, more: object = {}): TicketEvent => ({
  type: "amend",
  id: "act:dina:00000001",
  at: MONDAY + DAY,
  by: "dina",
  text: "salah pilih",
  now,
  ...more,
});
const changed = (ticket: Ticket, ...events: TicketEvent[]) =>
  events.reduce((one, event) => applyEvent(one, event, calendar), ticket);

describe("the correction of a ticket's head", () => {
  it.each<[string, Head, Partial<Ticket>]>([
    ["category", { category: "card" }, { category: "card", kind: "complaint" }],
    ["category of another kind", { category: "repair-data" }, { category: "repair-data", kind: "repair" }],
    ["category that names officials", { category: "officer-conduct" }, { sensitive: true }],
    ["area", { area: "3524022001" }, { area: "3524022001" }],
    ["lane", { sensitive: true }, { sensitive: true }],
  ])("a corrected %s leaves both values in the thread and takes the ticket from its officers", (_, now, expected) => {
    const ticket = changed(held(), amend(now));
    expect(ticket).toMatchObject({ ...expected, news: true });
    expect([ticket.officer, ticket.beside]).toEqual([undefined, undefined]);
    const [key = ""] = Object.keys(now);
    const was = { [key]: opened()[key as keyof Ticket] };
    expect(ticket.events.at(-1)).toMatchObject({ type: "amend", by: "dina", text: "salah pilih", was, now });
  });

  it.each<[string, Head]>([
    ["place", { place: "dusun Krajan" }],
    ["programme", { programme: "PKH" }],
    ["person", { nik: NIK }],
  ])("a corrected %s leaves the ticket with its officers", (_, now) => {
    expect(changed(held(), amend(now))).toMatchObject({ officer: "sari", beside: "tono", news: false });
  });

  it("a corrected head has the whole number, the thread its last four digits", () => {
    const ticket = changed(held(), amend({ nik: NIK, name: "Siti Aminah" }));
    expect(ticket.person).toEqual({ nik: NIK, name: "Siti Aminah" });
    expect(JSON.stringify(ticket.events)).not.toContain(NIK);
    expect(ticket.events.at(-1)).toMatchObject({ was: { name: "Siti" }, now: { nik: "************9901" } });
  });

  it("a new category sets new clocks, and keeps the days that the ticket waited for its citizen", () => {
    const waited = changed(
      opened(),
      { type: "ask", id: "a", at: MONDAY + 1, by: "sari", text: "bulan apa?" },
      { type: "add", id: "b", at: MONDAY + 7 * DAY, by: "citizen", text: "Mei" },
      amend({ category: "quality" }, { at: MONDAY + 8 * DAY }),
    );
    const fresh = deadlinesOf("quality", MONDAY, calendar);
    expect(waited.firstAnswerBy).toBe(fresh.firstAnswerBy);
    expect(waited.resolveBy).toBe(addWorkingDays(fresh.resolveBy, 5, calendar));
    expect(changed(opened(), amend({ category: "data-copy" }))).toMatchObject(
      deadlinesOf("data-copy", MONDAY, calendar),
    );
  });

  it("a repeated amendment changes nothing, and another amendment under its id is refused", () => {
    const once = changed(held(), amend({ category: "card" }));
    expect(changed(once, amend({ category: "card" }, { at: 5 }))).toBe(once);
    for (const other of [amend({ category: "quality" }), amend({ category: "card" }, { text: "lain" })])
      expect(() => changed(once, other)).toThrow(expect.objectContaining({ code: "ID_REUSED" }));
  });

  it("an amendment of a closed ticket is refused", () => {
    const closed = changed(held(), { type: "close", id: "c", at: MONDAY + 1, by: "sari", text: "ya" });
    expect(() => changed(closed, amend({ category: "card" }))).toThrow(
      expect.objectContaining({ code: "TICKET_CLOSED" }),
    );
  });

  it("a value that stays the same is no change", () => {
    expect(changesOf(opened(), { category: "not-paid", area: "3524012001", name: "Siti", sensitive: false })).toEqual(
      {},
    );
    expect(changesOf(opened(), { category: "card", place: "x" })).toEqual({ category: "card", place: "x" });
  });
});

describe("a ticket in the lane of marked officers", () => {
  const seen = (category: Category) => ({ was: { category } });

  it.each<Category>(["violence", "urgent-private"])(
    "an officer who knew that the ticket was %s can move it to another category",
    (category) => {
      const out = changed(opened(category), amend({ category: "other" }, seen(category)));
      expect(out).toMatchObject({ category: "other", sensitive: true, news: true });
    },
  );

  it.each<Category>(["violence", "urgent-private"])(
    "an officer who knew the ticket only before it became %s cannot move it to another category",
    (category) => {
      const before = opened("urgent");
      const moved = changed(before, amend({ category }, { id: "act:marked:1", by: "marked", ...seen("urgent") }));
      for (const more of [seen("urgent"), {}])
        expect(() => changed(moved, amend({ category: "other" }, more))).toThrow(
          expect.objectContaining({ code: "TICKET_UNKNOWN" }),
        );
      expect(changed(moved, amend({ area: "3524022001" }, seen("urgent"))).category).toBe(category);
    },
  );
});
