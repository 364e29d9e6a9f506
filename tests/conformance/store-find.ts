import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allKeys } from "../../src/casework/access.ts";
import { searchWords } from "../../src/casework/search.ts";
import { inSight, type Sight } from "../../src/casework/sight.ts";
import type { TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import type { TicketCursor, TicketSearch } from "../../src/store/ports/tickets.ts";
import type { StoreUnderTest } from "./store.ts";

const START = Date.UTC(2026, 10, 23, 3);
const NIK = "3524015206799901";
const VILLAGE = "3524012001";
const EVERYTHING: Sight = { district: "lamongan", keys: allKeys("lamongan") };
const words = (...all: string[]): TicketSearch => ({ words: all.map((one) => `name ${one}`) });
const phone = (ending: string): TicketSearch => ({ words: [`phone ${ending}`] });

const NAMES = ["Siti", "Aminah", "Muhammad", "Wagini", "Tono"];
const made = fc.array(
  fc.record({
    names: fc.subarray(NAMES, { minLength: 1, maxLength: 3 }),
    category: fc.constantFrom("card", "officer-conduct", "data-copy", "urgent-private", "violence") as fc.Arbitrary<
      TicketDraft["category"]
    >,
    district: fc.constantFrom("lamongan", "lamongan", "jombang"),
    barred: fc.subarray(["sari"]),
    minute: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 15 },
);
const SIGHTS = fc.constantFrom<Sight>(
  EVERYTHING,
  { district: "lamongan", officer: "sari", keys: [`a:lamongan/${VILLAGE}`] },
  { district: "lamongan", officer: "dina", keys: ["d:lamongan", "s:lamongan"] },
  { district: "jombang", keys: allKeys("jombang") },
  { district: "lamongan", keys: [] },
);

export function findCases(store: StoreUnderTest): void {
  let serial = 0;

  async function opened(more: Partial<TicketDraft> = {}): Promise<string> {
    serial += 1;
    const number = `LMG-26-${String(serial).padStart(6, "0")}-1`;
    const about = { district: "lamongan", category: "card" as const, text: "x", locale: "id", area: VILLAGE };
    await store().openTicket({ ...about, number, person: {}, openedAt: START + serial * 1_000, ...more });
    return number;
  }

  async function found(search: TicketSearch, { sight = EVERYTHING, limit = 2 } = {}): Promise<string[]> {
    const numbers: string[] = [];
    for (let after: TicketCursor | undefined; ; ) {
      const { heads, next } = await store().find({ sight, search, limit, ...(after ? { after } : {}) });
      expect(heads.length).toBeLessThanOrEqual(limit);
      numbers.push(...heads.map(({ number }) => number));
      if (!next) return numbers;
      after = next;
    }
  }

  describe("searches", () => {
    it("find by the words of a name the tickets that the caller may see, the newest first", async () => {
      await fc.assert(
        fc.asyncProperty(
          made,
          SIGHTS,
          fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
          async (all, sight, asked) => {
            for (const { names, minute, ...one } of all)
              await opened({ ...one, person: { name: names.join(" ") }, openedAt: START + minute });
            const numbers = [...Array(serial).keys()].map((one) => `LMG-26-${String(one + 1).padStart(6, "0")}-1`);
            const every = (await Promise.all(numbers.map((number) => store().ticket(number)))).filter(
              (one) => one !== undefined,
            );
            const wanted = asked.flatMap((name) => searchWords({ category: "card", person: { name } }));
            const isFound = (given: string[]) => wanted.every((word) => given.includes(word));
            const expected = every
              .filter((one) => one.district === sight.district && one.category !== "violence" && inSight(sight, one))
              .filter((one) => isFound(searchWords(one)))
              .sort((a, b) => b.openedAt - a.openedAt || (a.number < b.number ? 1 : -1))
              .map(({ number }) => number);
            expect(await found({ words: wanted }, { sight, limit: 3 })).toEqual(expected);
          },
        ),
        { numRuns: 12 },
      );
    });

    it("find tickets by number, by a person's NIK and by the end of a phone number", async () => {
      const mine = await opened({ person: { nik: NIK, name: "Siti Aminah", phone: "+62 812-3456-7890" } });
      const other = await opened({ person: { name: "Siti", phone: "081234567891" } });
      expect(await found({ numbers: [mine, "LMG-26-999999-1"] })).toEqual([mine]);
      expect(await found({ nik: NIK })).toEqual([mine]);
      expect(await found(phone("7890"))).toEqual([mine]);
      expect(await found(words("siti"))).toEqual([other, mine]);
      expect(await found({ words: ["name siti", "phone 7891"] })).toEqual([other]);
      expect(await found(words("siti", "tono"))).toEqual([]);
    });

    it("find only open or only closed tickets on request", async () => {
      const [open, closed] = [await opened({ person: { name: "Siti" } }), await opened({ person: { name: "Siti" } })];
      await store().changeTicket(closed, { type: "close", id: "c", at: START, by: "dina", text: "" });
      const of = async (isOpen: boolean, search: TicketSearch) =>
        (await store().find({ sight: EVERYTHING, search, open: isOpen, limit: 9 })).heads.map(({ number }) => number);
      expect([await of(true, words("siti")), await of(false, words("siti"))]).toEqual([[open], [closed]]);
      expect(await of(false, { numbers: [open, closed] })).toEqual([closed]);
    });

    it("bring each ticket's version, which an officer's next act expects", async () => {
      const number = await opened({ person: { nik: NIK, name: "Siti", phone: "081234567890" } });
      await store().changeTicket(number, { type: "note", id: "n", at: START, by: "dina", text: "" });
      const version = (await store().ticket(number))?.version;
      expect(version).toBe(2);
      for (const search of [words("siti"), phone("7890"), { nik: NIK }, { numbers: [number] }])
        expect((await store().find({ sight: EVERYTHING, search, limit: 9 })).heads).toMatchObject([
          { number, version },
        ]);
    });

    it("never find a ticket about violence, not even for its readers", async () => {
      const person = { nik: NIK, name: "Siti", phone: "081234567890" };
      const number = await opened({ category: "violence", person });
      const sight = { district: "lamongan", keys: ["v:lamongan"] };
      for (const search of [words("siti"), phone("7890"), { nik: NIK }, { numbers: [number] }])
        for (const who of [sight, EVERYTHING]) expect(await found(search, { sight: who })).toEqual([]);
      expect((await store().list({ sight, limit: 5 })).heads).toHaveLength(1);
      const moved = await opened({ person });
      const lane = { sensitive: false, barred: [], keeps: [], category: "violence" as const };
      await store().changeTicket(moved, { type: "add", id: "a", at: START, by: "citizen", text: "x", lane });
      expect(await found(words("siti")), "nor one that becomes such a ticket").toEqual([]);
    });

    it("never find a ticket by a number that its words only mention", async () => {
      await opened({ text: "3524**********01", mentioned: [{ label: "nik", number: NIK }] });
      expect(await found({ nik: NIK })).toEqual([]);
    });

    it("find no ticket that accuses the officer, and none in a lane that the officer may not see", async () => {
      const number = await opened({ barred: ["sari"], person: { name: "Siti", nik: NIK } });
      const sari = { district: "lamongan", officer: "sari", keys: ["d:lamongan"] };
      for (const search of [words("siti"), { nik: NIK }, { numbers: [number] }])
        expect([await found(search, { sight: sari }), await found(search)]).toEqual([[], [number]]);
    });

    it("follow a corrected name, and forget an erased one", async () => {
      const number = await opened({ person: { name: "Siti", phone: "081234567890" } });
      const stamp = { at: START, by: "dina", text: "" };
      const amend: TicketEvent = {
        ...stamp,
        type: "amend",
        id: "m",
        reason: "salah",
        now: { name: "Tini" },
        was: {},
      } as never;
      await store().changeTicket(number, amend);
      expect([await found(words("siti")), await found(words("tini"))]).toEqual([[], [number]]);
      await store().changeTicket(number, { ...stamp, type: "close", id: "c" });
      await store().changeTicket(number, { ...stamp, type: "erase", id: "e", withFiles: true });
      expect([await found(words("tini")), await found(phone("7890"))]).toEqual([[], []]);
      expect((await store().ticket(number))?.person.name, "the report itself stays").toBe("Tini");
    });

    it("read the rarest word first, however common the other words are", async () => {
      for (let one = 0; one < 12; one += 1) await opened({ person: { name: one === 3 ? "Siti Wagini" : "Siti" } });
      expect(await found(words("siti", "wagini"))).toHaveLength(1);
      expect(await found(words("siti"), { limit: 5 })).toHaveLength(12);
    });
  });
}
