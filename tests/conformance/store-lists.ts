import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import { inSight, sightOf } from "../../src/casework/sight.ts";
import type { Ticket, TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
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

  const newestFirst = (a: Ticket, b: Ticket) => b.openedAt - a.openedAt || (a.number < b.number ? 1 : -1);

  describe("lists", () => {
    it("hold what their officer may see, the newest of it, page by page, and nothing else", async () => {
      await fc.assert(
        fc.asyncProperty(tickets, officers, fc.constantFrom(undefined, true, false), async (all, given, open) => {
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
          const pages: string[] = [];
          for (let after: { openedAt: number; number: string } | undefined; ; ) {
            const filter = {
              seenBy: sight,
              limit: 7,
              ...(open === undefined ? {} : { open }),
              ...(after ? { after } : {}),
            };
            const page = await store().tickets(filter);
            pages.push(...page.map(({ number }) => number).reverse());
            const [oldest] = page;
            if (!oldest || page.length < 7) break;
            after = { openedAt: oldest.openedAt, number: oldest.number };
          }
          expect(pages).toEqual(wanted);
        }),
        SMALL,
      );
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
      for (let more = 0; more < 1_050; more += 1)
        await made({ ...base, area: VILLAGES[2], beside: undefined, closed: false, minute: 3 });
      const officer: Officer = {
        ...base,
        id: "sari",
        name: "S",
        rung: "village",
        areas: [VILLAGES[0] ?? ""],
        sensitive: false,
        active: true,
      };
      const seenBy = sightOf(officer);
      expect((await store().tickets({ ...(seenBy ? { seenBy } : {}), limit: 5 })).map(({ number }) => number)).toEqual([
        mine,
      ]);
    }, 60_000);
  });
}
