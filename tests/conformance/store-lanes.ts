import { describe, expect, it } from "vitest";
import type { LaneChange } from "../../src/casework/lane.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { sightOf } from "../../src/casework/sight.ts";
import type { TicketEvent } from "../../src/casework/ticket.ts";
import type { Category, Rung } from "../../src/vocabulary/lists.ts";
import { ticketsIn } from "../support/tickets.ts";
import type { StoreUnderTest } from "./store.ts";

const VILLAGE = "3524012001";
const ELSEWHERE = "3524022001";
const START = Date.UTC(2026, 10, 23, 3);

const officer = (id: string, rung: Rung, areas: string[], more: Partial<Officer> = {}): Officer => ({
  id,
  name: id,
  district: "lamongan",
  rung,
  areas,
  sensitive: false,
  active: true,
  ...more,
});

const STAFF = [
  officer("village", "village", [VILLAGE]),
  officer("companion", "companion", [VILLAGE]),
  officer("tksk", "tksk", ["352401"]),
  officer("dinsos", "dinsos", []),
  officer("near", "dinsos", [VILLAGE]),
  officer("capil", "disdukcapil", []),
  officer("sensitive", "dinsos", [ELSEWHERE], { sensitive: true }),
  officer("urgent", "dinsos", [ELSEWHERE], { urgent: true }),
  officer("survivor", "dinsos", [ELSEWHERE], { survivor: true }),
  officer("stranger", "dinsos", [], { urgent: true, survivor: true, sensitive: true, district: "jombang" }),
];

export function laneCases(store: StoreUnderTest): void {
  let serial = 0;

  async function opened(category: Category, more: { barred?: string[]; confidential?: true } = {}): Promise<string> {
    serial += 1;
    const number = `LMG-26-${String(serial).padStart(6, "0")}-3`;
    await store().openTicket({
      number,
      district: "lamongan",
      category,
      area: VILLAGE,
      text: "x",
      person: {},
      locale: "id",
      openedAt: START + serial,
      ...more,
    });
    return number;
  }

  const stamp = { at: START, by: "system", text: "" };
  const routed = (number: string, to: string, seen: number, beside?: string) =>
    store().changeTicket(number, {
      ...stamp,
      type: "assign",
      id: `routed-${seen}`,
      seen,
      officer: to,
      ...(beside ? { beside } : {}),
    });
  const added = (number: string, lane: LaneChange) => {
    const event: TicketEvent = { ...stamp, type: "add", id: "a1", by: "citizen", lane };
    return store().changeTicket(number, event);
  };

  /** All lists must agree on whether an officer sees the ticket. */
  async function readersOf(number: string, category: Category): Promise<string[]> {
    const seen: string[] = [];
    for (const one of STAFF) {
      const sight = sightOf(one, ["TIDAK_PADAN"]);
      if (!sight) throw new Error("at work");
      const filters = [{}, { open: true }, { category }, { area: VILLAGE }, { order: "clock" as const }];
      const lists = await Promise.all(
        filters.map(async (filter) =>
          (await store().list({ sight, ...filter, limit: 1_000 })).heads.some((ticket) => ticket.number === number),
        ),
      );
      expect(new Set(lists).size, `${one.id}: ${lists.join()}`).toBe(1);
      if (lists[0]) seen.push(one.id);
    }
    return seen;
  }

  const loads = async () => {
    const ids = STAFF.map(({ id }) => id);
    return Object.fromEntries(Object.entries(await store().loads("lamongan", ids)).filter(([, count]) => count > 0));
  };

  describe("lanes", () => {
    it.each<[Category, string[]]>([
      ["card", ["village", "tksk", "dinsos", "near"]],
      ["officer-conduct", ["sensitive"]],
      ["urgent", ["village", "tksk", "dinsos", "near", "urgent"]],
      ["urgent-private", ["urgent"]],
      ["violence", ["survivor"]],
    ])("%s is in the lists of %j", async (category, readers) => {
      expect(await readersOf(await opened(category), category)).toEqual(readers);
    });

    it.each<[Category, string[]]>([
      ["card", ["sensitive"]],
      ["urgent", ["sensitive", "urgent"]],
      ["urgent-private", ["urgent"]],
      ["violence", ["survivor"]],
    ])("a confidential %s is in the lists of %j", async (category, readers) => {
      expect(await readersOf(await opened(category, { confidential: true }), category)).toEqual(readers);
    });

    it.each<Category>(["card", "urgent", "urgent-private", "violence"])(
      "%s is in no list of the accused officer",
      async (category) => {
        const everybody = STAFF.map(({ id }) => id);
        expect(await readersOf(await opened(category, { barred: everybody }), category)).toEqual([]);
      },
    );

    it("a holder without the mark sees no ticket of a marked lane, but the ticket counts as work", async () => {
      const number = await opened("violence");
      await routed(number, "dinsos", 0, "village");
      expect(await readersOf(number, "violence")).toEqual(["survivor"]);
      expect(await loads()).toEqual({ dinsos: 1, village: 1 });
    });

    it("a raised ticket leaves the lists and the work of officers who may not read it", async () => {
      const number = await opened("card");
      await routed(number, "village", 0, "tksk");
      expect(await loads()).toEqual({ village: 1, tksk: 1 });
      const raised = await added(number, { sensitive: true, barred: ["village"], keeps: [] });
      expect(raised).toMatchObject({ sensitive: true, barred: ["village"], news: true });
      expect(await readersOf(number, "card")).toEqual(["sensitive"]);
      expect(await loads()).toEqual({});
      expect(await ticketsIn(store(), { holder: "village" })).toEqual([]);
      expect((await store().waiting(10)).complaints).toContain(number);
    });

    it.each([
      [{ type: "amend", id: "down", now: { sensitive: false }, seen: 2 }],
      [{ type: "assign", id: "given-2", seen: 2, officer: "village", checked: true }],
    ] as const)(
      "a ticket in doubt is in the lists of the Dinsos at its place, until it is checked: %o",
      async (decision) => {
        const number = await opened("card");
        await routed(number, "village", 0);
        const event: TicketEvent = { ...stamp, ...decision, by: "dinsos" };
        await added(number, { sensitive: false, doubt: true, barred: [], keeps: [] });
        expect(await readersOf(number, "card")).toEqual(["dinsos", "near"]);
        expect(await loads()).toEqual({});
        expect((await store().waiting(10)).complaints).toContain(number);
        await store().changeTicket(number, event);
        expect(await readersOf(number, "card")).toEqual(["village", "tksk", "dinsos", "near"]);
      },
    );

    it("a raised ticket stays with an officer who may read it, and leaves an officer who is barred", async () => {
      const kept = await opened("card");
      await routed(kept, "sensitive", 0);
      await added(kept, { sensitive: true, barred: [], keeps: ["sensitive"] });
      const barred = await opened("card");
      await routed(barred, "village", 0, "tksk");
      await added(barred, { sensitive: false, barred: ["village"], keeps: ["tksk"] });
      expect(await loads()).toEqual({ sensitive: 1, tksk: 1 });
      expect(await readersOf(barred, "card")).toEqual(["tksk", "dinsos", "near"]);
    });
  });
}
