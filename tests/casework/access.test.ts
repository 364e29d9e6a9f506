import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  heldKeys,
  isBarred,
  keysOfOfficer,
  keysOfTicket,
  narrowerKey,
  operatorKeys,
} from "../../src/casework/access.ts";
import { categories, rule } from "../../src/casework/category.ts";
import { canMeet, isCoveredBy, isOfCategory, liesIn, widestKeys } from "../../src/casework/key-sets.ts";
import { covers, type Officer } from "../../src/casework/officer.ts";
import { maySee } from "../../src/casework/sight.ts";
import type { Ticket } from "../../src/casework/ticket.ts";
import { type Category, OFFICES, RUNGS } from "../../src/vocabulary/lists.ts";
import { officerOf } from "../support/officers.ts";

const IDS = ["sari", "tono", "dina"];
const PLACES = ["3524", "352401", "352402", "3524012001", "3524012002", "3524022001", "3517", "351701"];
const REASONS = ["TIDAK_PADAN", "GAGAL_SALUR", "KTP_LAMA"] as const;
const districts = fc.constantFrom("lamongan", "lamongan", "lamongan", "jombang");
const mark = fc.constantFrom(undefined, true, false);

const officers: fc.Arbitrary<Officer> = fc
  .record({
    id: fc.constantFrom(...IDS),
    name: fc.constant("N"),
    district: districts,
    rung: fc.constantFrom(...RUNGS),
    areas: fc.subarray(PLACES, { maxLength: 3 }),
    allAreas: mark,
    sensitive: fc.boolean(),
    urgent: mark,
    survivor: mark,
    active: fc.constantFrom(true, true, true, false),
  })
  .map((one) => one as Officer);
type Seen = Parameters<typeof keysOfTicket>[0];
const tickets: fc.Arbitrary<Seen> = fc
  .record({
    category: fc.constantFrom(...(Object.keys(categories) as Category[])),
    sensitive: fc.boolean(),
    doubt: fc.constantFrom(undefined, undefined, true as const),
    area: fc.constantFrom(undefined, ...PLACES),
    district: districts,
    officer: fc.constantFrom(undefined, ...IDS),
    beside: fc.constantFrom(undefined, ...IDS),
    reason: fc.constantFrom(undefined, ...REASONS),
    barred: fc.subarray(IDS, { maxLength: 2 }),
    parts: fc.array(
      fc.record({
        no: fc.constant(1),
        office: fc.constantFrom(...OFFICES),
        officer: fc.constantFrom(undefined, ...IDS),
        phase: fc.constant("new"),
        since: fc.constant(1),
        dueAt: fc.constant(2),
        endedAt: fc.constantFrom(undefined, undefined, 3),
      }),
      { maxLength: 2 },
    ),
  })
  .map((one) => ({ ...one, kind: rule(one.category).kind }) as Seen);
const owned = fc.subarray([...REASONS]);

function sees(officer: Officer, ticket: Seen, owns: readonly string[]): boolean {
  const { id, rung, district, active } = officer;
  const { kind, onlyMarked } = rule(ticket.category);
  const isDinsos = rung === "dinsos";
  if (!active || district !== ticket.district || ticket.barred?.includes(id)) return false;
  if (onlyMarked) return isDinsos && officer[onlyMarked] === true;
  if (kind === "urgent" && isDinsos && officer.urgent) return true;
  if (ticket.sensitive) return isDinsos && officer.sensitive;
  if (kind === "data") return isDinsos;
  if (ticket.doubt && !isDinsos) return false;
  if (ticket.officer === id || ticket.beside === id) return true;
  const { parts = [] } = ticket;
  const open = parts.filter(({ endedAt }) => endedAt === undefined);
  if (open.some((part) => part.officer === id)) return true;
  if (rung === "companion") return false;
  const isOwned =
    parts.length === 0 ? owns.includes(ticket.reason ?? "") : open.some(({ office }) => office === "disdukcapil");
  if (rung === "disdukcapil" && !isOwned) return false;
  return covers(officer, ticket.area);
}

describe("the keys of access", () => {
  it("an officer may see a ticket exactly if they share a key and the officer is not barred", () => {
    fc.assert(
      fc.property(officers, tickets, owned, (officer, ticket, owns) => {
        const keys = keysOfOfficer(officer, owns);
        const meet = keysOfTicket(ticket).some((key) => keys.includes(key)) && !isBarred(officer.id, ticket);
        expect(meet).toBe(sees(officer, ticket, owns));
        expect(maySee(officer, ticket, owns)).toBe(meet);
      }),
      { numRuns: 20_000 },
    );
  });

  it("an operator's keys open every ticket of the district except tickets that only marked officers know of", () => {
    fc.assert(
      fc.property(tickets, (ticket) => {
        const open = keysOfTicket(ticket).some((key) => operatorKeys("lamongan").includes(key));
        expect(open).toBe(ticket.district === "lamongan" && rule(ticket.category).onlyMarked === undefined);
      }),
    );
  });

  it("a key narrowed to a place or a category finds the tickets that the wider key finds there", () => {
    const filters = fc.record(
      {
        area: fc.constantFrom(...PLACES),
        category: fc.constantFrom(...(Object.keys(categories) as Category[])),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(tickets, officers, filters, (ticket, officer, filter) => {
        const fits =
          (filter.area === undefined || (ticket.area ?? "").startsWith(filter.area)) &&
          (filter.category === undefined || ticket.category === filter.category);
        for (const wide of keysOfOfficer(officer)) {
          const isWide = keysOfTicket(ticket).includes(wide);
          const isNarrow = keysOfTicket(ticket).includes(narrowerKey(wide, filter));
          if (fits) expect(isNarrow).toBe(isWide);
          else if (isNarrow) expect(isWide).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("a key set that covers, widens or can meet others finds the same tickets as their keys", () => {
    const places = fc.constantFrom(...PLACES, "35", "35240120");
    const of = fc.constantFrom(...(Object.keys(categories) as Category[]));
    fc.assert(
      fc.property(tickets, officers, places, of, fc.constantFrom(...IDS), (ticket, officer, area, category, id) => {
        const keys = keysOfTicket(ticket);
        for (const key of keys) {
          if (liesIn(key, area)) expect(ticket.area?.startsWith(area), key).toBe(true);
          if (isOfCategory(key, category)) expect(ticket.category, key).toBe(category);
        }
        const own = keysOfOfficer(officer);
        const meets = (some: readonly string[]) => keys.some((key) => some.includes(key));
        expect(meets(widestKeys(own))).toBe(meets(own));
        for (const key of keys) if (isCoveredBy(key, own)) expect(meets(own), key).toBe(true);
        for (const held of heldKeys(ticket.district, id))
          if (keys.includes(held) && meets(own)) expect(canMeet(held, own), held).toBe(true);
      }),
      { numRuns: 20_000 },
    );
    expect([liesIn("a:lamongan/3524012001", "352401"), liesIn("k:lamongan/352401?", "3524012001")]).toEqual([
      true,
      false,
    ]);
    expect([isOfCategory("d:lamongan/card?", "card"), isOfCategory("o:lamongan/card", "card")]).toEqual([true, false]);
    expect([isCoveredBy("o:lamongan/sari", ["d:lamongan"]), isCoveredBy("o:lamongan/sari?", ["d:lamongan"])]).toEqual([
      true,
      false,
    ]);
    expect(widestKeys(["o:lamongan/dina", "d:lamongan", "o:lamongan/dina?", "r:lamongan"])).toEqual([
      "d:lamongan",
      "o:lamongan/dina?",
      "r:lamongan",
    ]);
    const [own, inDoubt, closed] = heldKeys("lamongan", "sari").map((held) => canMeet(held, ["o:lamongan/sari"]));
    expect([own, inDoubt, closed], "a village officer does not see a ticket with a doubt, even their own").toEqual([
      true,
      false,
      false,
    ]);
  });

  const ticket = (more: Partial<Ticket> = {}): Seen => ({
    kind: rule(more.category ?? "card").kind,
    category: "card",
    sensitive: false,
    district: "lamongan",
    area: "3524012001",
    officer: "sari",
    ...more,
  });
  it.each<[string, Seen, string[]]>([
    [
      "a card",
      ticket(),
      [
        "o:lamongan/sari",
        "a:lamongan/3524012001",
        "k:lamongan/352401",
        "c:lamongan/3524",
        "d:lamongan",
        "d:lamongan/card",
      ],
    ],
    ["a confidential ticket", ticket({ sensitive: true }), ["o:lamongan/sari!", "s:lamongan"]],
    ["a copy of one's data", ticket({ category: "data-copy" }), ["o:lamongan/sari!", "r:lamongan"]],
    ["violence", ticket({ category: "violence", sensitive: true }), ["o:lamongan/sari!", "v:lamongan"]],
    ["self-harm", ticket({ category: "urgent-private" }), ["o:lamongan/sari!", "u:lamongan"]],
  ])("of a ticket: %s", (_, given, keys) => expect(keysOfTicket(given)).toEqual(keys));

  it.each<[string, Officer, string[]]>([
    ["a village", officerOf("village"), ["o:lamongan/village", "a:lamongan/3524012001"]],
    ["a TKSK", officerOf("tksk"), ["o:lamongan/tksk", "k:lamongan/352401"]],
    ["a companion", officerOf("companion"), ["o:lamongan/companion"]],
    ["a village officer without an area", officerOf("village", { areas: [] }), ["o:lamongan/village"]],
    [
      "Disdukcapil",
      officerOf("disdukcapil"),
      ["o:lamongan/disdukcapil", "q:lamongan/TIDAK_PADAN", "q:lamongan/disdukcapil"],
    ],
    [
      "a marked officer of the Dinsos",
      officerOf("dinsos", { sensitive: true, survivor: true }),
      [
        "o:lamongan/dinsos",
        "d:lamongan",
        "o:lamongan/dinsos?",
        "d:lamongan?",
        "r:lamongan",
        "s:lamongan",
        "v:lamongan",
      ],
    ],
    ["an inactive officer", officerOf("dinsos", { active: false }), []],
  ])("of an officer: %s", (_, officer, keys) => expect(keysOfOfficer(officer, ["TIDAK_PADAN"])).toEqual(keys));
});
