import { describe, expect, it } from "vitest";
import { categories, rule } from "../../src/casework/category.ts";
import { officesFor } from "../../src/casework/part.ts";
import { besideFor, dinsosOfficerFor, ladderFor, mayHold, officerFor } from "../../src/casework/routing.ts";
import { maySee } from "../../src/casework/sight.ts";
import { newTicket, type TicketDraft } from "../../src/casework/ticket.ts";
import { type Category, RUNGS, type Rung } from "../../src/vocabulary/lists.ts";
import { officerOf, VILLAGE } from "../support/officers.ts";

const everyone = RUNGS.map((rung) => officerOf(rung));
const marked = officerOf("dinsos", { id: "marked", sensitive: true });
const ticket = (category: Category, more: Partial<TicketDraft> = {}) =>
  newTicket(
    {
      number: "LMG-26-000001-1",
      district: "lamongan",
      category,
      text: "belum cair",
      person: {},
      locale: "id",
      openedAt: Date.UTC(2026, 10, 23, 3),
      area: VILLAGE,
      ...more,
    },
    { holidays: new Set(), zone: "Asia/Jakarta" as const },
  );

/** The rung that gets a category first if every rung has an officer for the place. */
const FIRST: Record<Category, Rung | "marked" | undefined> = {
  "not-paid": "village",
  cut: "marked",
  card: "village",
  "wrong-recipient": "village",
  "not-listed": "village",
  "data-wrong": "village",
  "dead-receiving": "village",
  "listed-dead": "dinsos",
  quality: "village",
  "officer-conduct": "marked",
  "pbi-jk": "village",
  other: "village",
  objection: "village",
  "repair-data": "village",
  "repair-number": "village",
  "family-change": "village",
  "death-report": "village",
  officer: "village",
  "call-back": "village",
  urgent: "dinsos",
  "urgent-private": undefined,
  violence: undefined,
  "data-copy": "dinsos",
  "data-correct": "dinsos",
  "data-delete": "dinsos",
  "consent-withdraw": "dinsos",
};

const isNotMarked = (category: Category): boolean => rule(category).onlyMarked === undefined;

describe("who gets a ticket", () => {
  it.each(Object.keys(categories) as Category[])("%s goes to the first rung that may have it", (category) => {
    expect(officerFor(ticket(category), [...everyone, marked], { dinsos: 0, marked: 1 })?.id).toBe(FIRST[category]);
  });

  it.each(
    (Object.keys(categories) as Category[])
      .filter(isNotMarked)
      .flatMap((category) => everyone.map((one) => [category, one.rung, one] as const)),
  )("%s: whether %s may be given the ticket", (category, rung, one) => {
    const { sensitive = false, kind } = rule(category) as { sensitive?: boolean; kind: string };
    expect(mayHold(one, ticket(category))).toBe(!sensitive && (kind !== "data" || rung === "dinsos"));
    expect(mayHold({ ...one, sensitive: true }, ticket(category)), "marked").toBe(
      sensitive ? rung === "dinsos" : kind !== "data" || rung === "dinsos",
    );
  });

  it.each([
    ["routing skips a village without an officer", everyone.filter(({ rung }) => rung !== "village"), "tksk"],
    [
      "routing skips a TKSK of another kecamatan",
      [officerOf("tksk", { areas: ["352402"] }), officerOf("dinsos")],
      "dinsos",
    ],
    ["routing skips an inactive officer", [officerOf("village", { active: false }), officerOf("dinsos")], "dinsos"],
    ["routing finds no officer and leaves the ticket in the Dinsos list", [officerOf("companion")], undefined],
  ])("%s", (_, officers, expected) => expect(officerFor(ticket("not-paid"), officers, {})?.id).toBe(expected));

  it("routing takes the least loaded officer, and of equals the first id", () => {
    const two = [officerOf("village", { id: "b" }), officerOf("village", { id: "a" })];
    expect(officerFor(ticket("not-paid"), two, { a: 3, b: 2 })?.id).toBe("b");
    expect(officerFor(ticket("not-paid"), two, {})?.id).toBe("a");
  });

  it.each((Object.keys(categories) as Category[]).filter((category) => rule(category).kind !== "urgent"))(
    "%s has no second officer, and only `listed-dead` a part for Disdukcapil",
    (category) => {
      expect(besideFor(ticket(category), everyone, {})).toBeUndefined();
      expect(rule(category).sharedWith).toBe(category === "listed-dead" ? "disdukcapil" : undefined);
    },
  );

  it("a confidential ticket has no part, and only a marked officer is told that it is late", () => {
    const accused = ticket("listed-dead", { lane: { sensitive: true, barred: [], keeps: [] } });
    expect([officesFor(accused)[0], dinsosOfficerFor(accused, everyone, {})]).toEqual([undefined, undefined]);
    expect(dinsosOfficerFor(accused, [...everyone, marked], {})?.id).toBe("marked");
  });

  it("a ticket without a place goes to an officer of the whole district", () => {
    const { area: _, ...placeless } = ticket("not-paid");
    expect(officerFor(placeless, everyone, {})?.id).toBe("dinsos");
  });

  it("a repair of a reason of Disdukcapil goes to Disdukcapil first", () => {
    expect(ladderFor({ ...ticket("repair-data") }, "disdukcapil")).toEqual(["disdukcapil", "dinsos"]);
    expect(officerFor(ticket("repair-data"), everyone, {}, "disdukcapil")?.id).toBe("disdukcapil");
  });

  it("a ticket that accuses an official goes to a marked officer", () => {
    const opened = ticket("not-paid", { lane: { sensitive: true, barred: [], keeps: [] } });
    expect(officerFor(opened, [...everyone, marked], {})?.id).toBe("marked");
  });

  it("a barred officer never gets or sees the ticket, in any lane and with any mark", () => {
    for (const one of [...everyone, marked]) {
      const barred = [one.id];
      for (const sensitive of [true, false]) {
        const opened = { ...ticket("not-paid"), sensitive, barred, officer: one.id, beside: one.id };
        expect(maySee(one, opened), one.id).toBe(false);
        expect(officerFor(opened, [one], {})).toBeUndefined();
      }
    }
  });

  it("a ticket that names an official waits in the Dinsos list without a marked officer", () => {
    expect(officerFor(ticket("officer-conduct"), everyone, {})).toBeUndefined();
  });
});
