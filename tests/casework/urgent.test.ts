import { describe, expect, it } from "vitest";
import { applyEvent } from "../../src/casework/apply.ts";
import { categories, rule } from "../../src/casework/category.ts";
import { deadlinesOf } from "../../src/casework/deadline.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { nextReminder } from "../../src/casework/reminder.ts";
import { besideFor, mayHold, officerFor } from "../../src/casework/routing.ts";
import { maySee } from "../../src/casework/sight.ts";
import { newTicket, type Ticket } from "../../src/casework/ticket.ts";
import { type Category, RUNGS } from "../../src/vocabulary/lists.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

const HOUR = 3_600_000;
const SATURDAY_NIGHT = Date.UTC(2026, 10, 28, 16, 30);
const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };

const everyone = RUNGS.map((rung) => officerOf(rung));
const called = officerOf("dinsos", { id: "called", urgent: true });
const survivor = officerOf("dinsos", { id: "survivor", survivor: true });
const marked = officerOf("dinsos", { id: "marked", sensitive: true });
const staff = [...everyone, called, survivor, marked];

const ticket = (category: Category, more: Partial<Ticket> = {}): Ticket => ({
  ...newTicket(
    {
      number: "LMG-26-000001-1",
      district: "lamongan",
      category,
      text: "anak tidak makan dua hari",
      person: {},
      locale: "id",
      openedAt: SATURDAY_NIGHT,
      area: VILLAGE,
    },
    calendar,
  ),
  ...more,
});
const seers = (one: Ticket) => staff.filter((who) => maySee(who, one)).map(({ id }) => id);
const first = (one: Ticket, who: readonly Officer[] = staff) => officerFor(one, who, {})?.id;
const beside = (one: Ticket, who: readonly Officer[] = staff) => besideFor(one, who, {})?.id;

const URGENT = (Object.keys(categories) as Category[]).filter((category) => rule(category).kind === "urgent");

describe("the clock of somebody in danger", () => {
  it.each(URGENT)("%s runs by the hour, on a Saturday night too", (category) => {
    expect(deadlinesOf(category, SATURDAY_NIGHT, calendar)).toEqual({
      firstAnswerBy: SATURDAY_NIGHT + HOUR,
      resolveBy: SATURDAY_NIGHT + 24 * HOUR,
    });
  });

  it("has its first reminder after the first hour", () => {
    expect(nextReminder(ticket("urgent"), calendar)).toEqual({
      at: SATURDAY_NIGHT + HOUR,
      due: SATURDAY_NIGHT + HOUR,
      late: true,
    });
  });

  it("is not stopped by a question to the citizen", () => {
    const asked = applyEvent(
      ticket("urgent"),
      { type: "ask", id: "a", at: SATURDAY_NIGHT + 1, by: "called", text: "di mana?" },
      calendar,
    );
    expect(asked).toMatchObject({ state: "waiting", resolveBy: SATURDAY_NIGHT + 24 * HOUR });
    expect(asked.waitingSince).toBeUndefined();
  });
});

describe("the officers who are called and who see a ticket of danger", () => {
  it("urgent: a marked officer of the Dinsos, and an officer near the place beside", () => {
    expect(first(ticket("urgent"))).toBe("called");
    expect(beside(ticket("urgent"))).toBe("village");
    expect(
      beside(
        ticket("urgent"),
        staff.filter(({ rung }) => rung !== "village"),
      ),
    ).toBe("tksk");
  });

  it("urgent without marked officers: another officer of the Dinsos, otherwise the nearest", () => {
    expect(first(ticket("urgent"), everyone)).toBe("dinsos");
    expect(
      first(
        ticket("urgent"),
        everyone.filter(({ rung }) => rung !== "dinsos"),
      ),
    ).toBe("tksk");
  });

  it("urgent without a known place: a marked officer of any part of the district", () => {
    const far = officerOf("dinsos", { id: "far", urgent: true, areas: ["352499"] });
    expect(first(ticket("urgent", { area: undefined }), [far, ...everyone])).toBe("far");
  });

  it("urgent that accuses an official: only marked officers of the Dinsos", () => {
    const accusing = ticket("urgent", { sensitive: true });
    expect(seers(accusing)).toEqual(["called", "marked"]);
    expect([first(accusing), beside(accusing)]).toEqual(["called", undefined]);
  });

  it("self-harm: only officers marked for danger", () => {
    expect(seers(ticket("urgent-private"))).toEqual(["called"]);
    expect([first(ticket("urgent-private")), beside(ticket("urgent-private"))]).toEqual(["called", undefined]);
    expect(first(ticket("urgent-private"), everyone)).toBeUndefined();
  });

  it.each([false, true])("violence (an official accused: %s): only officers marked for survivors", (sensitive) => {
    const one = ticket("violence", { sensitive });
    expect(seers(one)).toEqual(["survivor"]);
    expect([first(one), beside(one)]).toEqual(["survivor", undefined]);
    expect(staff.filter((who) => mayHold(who, one)).map(({ id }) => id)).toEqual(["survivor"]);
  });

  it("an unmarked assignee or officer of the place sees no ticket for marked officers", () => {
    for (const category of ["urgent-private", "violence"] as const)
      for (const who of everyone)
        expect(maySee(who, ticket(category, { officer: who.id, beside: who.id })), who.id).toBe(false);
  });

  it("a mark does not help an officer who is not of the Dinsos, inactive or barred", () => {
    const villager = officerOf("village", { urgent: true, survivor: true });
    expect(maySee(villager, ticket("violence"))).toBe(false);
    expect(maySee({ ...survivor, active: false }, ticket("violence"))).toBe(false);
    expect(maySee(survivor, ticket("violence", { barred: ["survivor"] }))).toBe(false);
  });
});

it("an added place fills a missing place and replaces no known place", () => {
  const added = (area: string) => ({
    type: "add" as const,
    id: area,
    at: SATURDAY_NIGHT + 1,
    by: "citizen",
    text: "",
    area,
  });
  expect(applyEvent(ticket("urgent", { area: undefined }), added(VILLAGE), calendar)).toMatchObject({ area: VILLAGE });
  expect(applyEvent(ticket("urgent"), added("3524022001"), calendar)).toMatchObject({ area: VILLAGE });
  const moved = { ...added("3524022001"), moves: true as const };
  expect(applyEvent(ticket("urgent"), moved, calendar)).toMatchObject({ area: "3524022001" });
});
