import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allKeys } from "../../src/casework/access.ts";
import type { Officer } from "../../src/casework/officer.ts";
import { inSight, sightOf } from "../../src/casework/sight.ts";
import { nextClockAt, type Ticket, type TicketDraft, type TicketEvent } from "../../src/casework/ticket.ts";
import type { TicketCursor, TicketFilter, TicketQuery } from "../../src/store/ports/tickets.ts";
import { RUNGS } from "../../src/vocabulary/lists.ts";
import type { StoreUnderTest } from "./store.ts";

const START = Date.UTC(2026, 10, 23, 3);
const VILLAGES = ["3524012001", "3524012002", "3524022001"];
const IDS = ["sari", "tono", "dina"];
const OWNED = ["TIDAK_PADAN"];
const SMALL = { numRuns: 12 };

const officers = fc.record({
  id: fc.constantFrom(...IDS),
  rung: fc.constantFrom(...RUNGS),
  areas: fc.subarray([...VILLAGES, "352401", "3524"], { maxLength: 2 }),
  allAreas: fc.constantFrom(undefined, true as const),
  sensitive: fc.boolean(),
  urgent: fc.boolean(),
  survivor: fc.boolean(),
  district: fc.constantFrom("lamongan", "lamongan", "lamongan", "jombang"),
  active: fc.constant(true),
});
const tickets = fc.array(
  fc.record({
    area: fc.constantFrom(...VILLAGES, "352401", undefined),
    category: fc.constantFrom(
      "card",
      "officer-conduct",
      "data-copy",
      "repair-data",
      "urgent",
      "urgent-private",
      "violence",
    ) as fc.Arbitrary<TicketDraft["category"]>,
    reason: fc.constantFrom("TIDAK_PADAN", "GAGAL_SALUR", undefined) as fc.Arbitrary<TicketDraft["reason"]>,
    barred: fc.subarray(IDS, { maxLength: 2 }),
    district: fc.constantFrom("lamongan", "lamongan", "lamongan", "jombang"),
    officer: fc.constantFrom(...IDS, undefined),
    beside: fc.constantFrom(...IDS, undefined),
    closed: fc.boolean(),
    minute: fc.integer({ min: 0, max: 5 }),
  }),
  { minLength: 1, maxLength: 25 },
);
const NARROWED = fc.constantFrom<TicketFilter[]>(
  { area: "3524012001" },
  { area: "352401" },
  { area: "3524" },
  { area: "35240120" },
  { category: "card" },
  { kind: "urgent" },
  { kind: "data", area: "3524012002" },
  { holder: "sari" },
  { holder: "tono", category: "repair-data" },
);
type Made = typeof tickets extends fc.Arbitrary<(infer One)[]> ? One : never;

export function listCases(store: StoreUnderTest): void {
  let serial = 0;
  const stamp = { at: START, by: "system", text: "" };

  async function made({ officer, beside, closed, minute, area, reason, ...more }: Made): Promise<string> {
    serial += 1;
    const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
    await store().openTicket({
      number,
      text: "x",
      person: {},
      locale: "id",
      openedAt: START + minute * 60_000,
      ...more,
      ...(area ? { area } : {}),
      ...(reason ? { reason } : {}),
    });
    if (officer) {
      const to: TicketEvent = { ...stamp, type: "assign", id: "r", seen: 0, officer, ...(beside ? { beside } : {}) };
      await store().changeTicket(number, to);
    }
    if (closed) await store().changeTicket(number, { ...stamp, type: "close", id: "c" });
    return number;
  }

  async function pagesOf(query: Omit<TicketQuery, "limit">, limit: number): Promise<string[]> {
    const numbers: string[] = [];
    for (let after: TicketCursor | undefined; ; ) {
      const { heads, next } = await store().list({ ...query, limit, ...(after ? { after } : {}) });
      numbers.push(...heads.map(({ number }) => number));
      if (!next) return numbers;
      expect(heads).toHaveLength(limit);
      after = next;
    }
  }

  const newestFirst = (a: Ticket, b: Ticket) => b.openedAt - a.openedAt || (a.number < b.number ? 1 : -1);

  describe("lists", () => {
    it("hold the tickets that their officer may see, the newest first, page by page", async () => {
      await fc.assert(
        fc.asyncProperty(
          tickets,
          officers,
          fc.constantFrom(undefined, true, false),
          NARROWED,
          async (all, given, open, narrow) => {
            const before = serial;
            for (const one of all) await made(one);
            const { allAreas, ...rest } = given;
            const officer: Officer = { ...rest, name: "N", ...(allAreas ? { allAreas } : {}) };
            const sight = sightOf(officer, OWNED);
            if (!sight) throw new Error("an officer at work sees something");
            const numbers = [...Array(serial).keys()].map((one) => `LMG-26-${String(one + 1).padStart(6, "0")}-1`);
            expect(numbers.length).toBeGreaterThan(before);
            const every = (await Promise.all(numbers.map((number) => store().ticket(number)))).filter(
              (one) => one !== undefined,
            );
            const wanted = every
              .filter((one) => inSight(sight, one) && (open === undefined || (one.state !== "closed") === open))
              .sort(newestFirst)
              .map(({ number }) => number);
            const filter = { sight, ...(open === undefined ? {} : { open }) };
            expect(await pagesOf(filter, 7)).toEqual(wanted);
            expect(await store().counts(sight, [filter])).toEqual([wanted.length]);
            const dueFirst = every
              .filter((one) => inSight(sight, one) && one.state !== "closed")
              .sort((a, b) => Number(nextClockAt(a)) - Number(nextClockAt(b)) || (a.number < b.number ? -1 : 1))
              .map(({ number }) => number);
            if (open !== false) expect(await pagesOf({ sight, order: "clock" }, 7)).toEqual(dueFirst);
            const fits = (one: Ticket) =>
              (!narrow.area || one.area?.startsWith(narrow.area)) &&
              (!narrow.category || one.category === narrow.category) &&
              (!narrow.kind || one.kind === narrow.kind) &&
              (!narrow.holder || one.officer === narrow.holder || one.beside === narrow.holder);
            const some = wanted.filter((number) => every.some((one) => one.number === number && fits(one)));
            expect(await pagesOf({ ...filter, ...narrow }, 3), JSON.stringify(narrow)).toEqual(some);
          },
        ),
        SMALL,
      );
    });

    it("are empty for a caller without keys, whatever the filter", async () => {
      const card = { category: "card" as const, reason: undefined, barred: [], district: "lamongan" as const };
      await made({ ...card, area: VILLAGES[0], officer: "sari", beside: undefined, closed: false, minute: 0 });
      const sight = { district: "lamongan", keys: [] };
      for (const filter of [{}, { holder: "sari" }, { category: "card" as const }, { order: "clock" as const }])
        expect((await store().list({ sight, ...filter, limit: 5 })).heads).toEqual([]);
      expect(await store().counts(sight, [{}, { holder: "sari" }])).toEqual([0, 0]);
    });

    it("are not emptied by a thousand newer tickets elsewhere", async () => {
      const base = {
        category: "card" as const,
        reason: undefined,
        barred: [],
        district: "lamongan" as const,
        officer: undefined,
      };
      const mine = await made({ ...base, area: VILLAGES[0], beside: undefined, closed: false, minute: 0 });
      const elsewhere = { ...base, area: VILLAGES[2], beside: undefined, closed: false, minute: 3 };
      await Promise.all(Array.from({ length: 1_050 }, () => made(elsewhere)));
      const officer: Officer = {
        ...base,
        id: "sari",
        name: "S",
        rung: "village",
        areas: [VILLAGES[0] ?? ""],
        sensitive: false,
        active: true,
      };
      const sight = sightOf(officer) ?? { district: "lamongan", keys: [] };
      expect((await store().list({ sight, limit: 5 })).heads.map(({ number }) => number)).toEqual([mine]);
      const [own, all] = [
        await store().counts(sight, [{}, { open: false }]),
        await store().counts({ district: "lamongan", keys: allKeys("lamongan") }, [{ open: true }]),
      ];
      expect([own, all], "counts end with 1,000").toEqual([[1, 0], [1_000]]);
    }, 60_000);
  });
}
