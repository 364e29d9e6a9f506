import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import { openPartOf } from "../../src/casework/part.ts";
import { inSight, sightOf } from "../../src/casework/sight.ts";
import type { Ticket, TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import type { PartQuery, TicketCursor } from "../../src/store/ports/tickets.ts";
import { OFFICES, RUNGS } from "../../src/vocabulary/lists.ts";
import type { StoreUnderTest } from "./store.ts";

const DAY = 86_400_000;
const MONDAY = Date.UTC(2026, 10, 23, 3);
const VILLAGES = ["3524012001", "3524022001"];
const IDS = ["dodi", "sri", "dina"];
const numbered = (no: number): string => `LMG-26-${String(no).padStart(6, "0")}-1`;
const draft = (no: number, more: Partial<TicketDraft> = {}): TicketDraft => ({
  number: numbered(no),
  district: "lamongan",
  category: "card",
  text: "kartu hilang",
  person: {},
  locale: "id",
  openedAt: MONDAY,
  area: "3524012001",
  ...more,
});
const stamp = { at: MONDAY, by: "dina", text: "tolong dicek" };
const share = (id: string, more: object = {}): TicketEvent => ({
  ...{ ...stamp, type: "share", id, office: "disdukcapil", officer: "dodi", ...more },
});
const end = (id: string, more: object = {}): TicketEvent => ({
  ...{ ...stamp, type: "end-part", id, office: "disdukcapil", outcome: "done", ...more },
});

const made = fc.array(
  fc.record({
    area: fc.constantFrom(...VILLAGES, undefined),
    category: fc.constantFrom("card", "repair-data", "officer", "officer-conduct") as fc.Arbitrary<
      TicketDraft["category"]
    >,
    doubt: fc.constantFrom(undefined, undefined, true as const),
    barred: fc.subarray(IDS, { maxLength: 1 }),
    shares: fc.array(
      fc.record({
        office: fc.constantFrom(...OFFICES),
        officer: fc.constantFrom(...IDS, undefined),
        day: fc.integer({ min: 0, max: 9 }),
        ended: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 1, maxLength: 12 },
);
const officers = fc.record({
  id: fc.constantFrom(...IDS),
  name: fc.constant("N"),
  district: fc.constant("lamongan"),
  rung: fc.constantFrom(...RUNGS),
  areas: fc.subarray([...VILLAGES, "352401"], { maxLength: 2 }),
  sensitive: fc.boolean(),
  active: fc.constant(true),
});

export function partCases(store: StoreUnderTest): void {
  const partsOf = async (no: number) => (await store().ticket(numbered(no)))?.parts;

  async function listed(query: Omit<PartQuery, "limit">, limit: number): Promise<string[]> {
    const numbers: string[] = [];
    for (let after: TicketCursor | undefined; ; ) {
      const { heads, next } = await store().parts({ ...query, limit, ...(after ? { after } : {}) });
      numbers.push(...heads.map(({ number }) => number));
      if (!next) return numbers;
      expect(heads).toHaveLength(limit);
      after = next;
    }
  }

  describe("parts of tickets", () => {
    it("are stored with the ticket, at most one open part for each office, and end once", async () => {
      await store().openTicket(draft(1));
      expect(await partsOf(1)).toEqual([]);
      await store().changeTicket(numbered(1), share("s1"));
      await store().changeTicket(numbered(1), share("s1"));
      const first = { no: 1, office: "disdukcapil", officer: "dodi", phase: "new", since: MONDAY };
      const dueAt = MONDAY + 9 * DAY + 6 * 3_600_000; // seven working days later, at closing time
      expect(await partsOf(1)).toEqual([{ ...first, dueAt }]);
      await store().changeTicket(numbered(1), share("s2", { officer: "sri", at: MONDAY + DAY }));
      expect(await partsOf(1), "its clock goes on").toEqual([{ ...first, dueAt, officer: "sri" }]);
      await store().changeTicket(numbered(1), { ...stamp, type: "note", id: "n1", office: "disdukcapil" });
      expect((await partsOf(1))?.[0]?.phase).toBe("working");
      await store().changeTicket(numbered(1), end("e1", { at: MONDAY + 2 * DAY }));
      await store().changeTicket(numbered(1), end("e1", { at: MONDAY + 3 * DAY }));
      const ended = { ...first, dueAt, officer: "sri", phase: "solved", endedAt: MONDAY + 2 * DAY, outcome: "done" };
      expect(await partsOf(1)).toEqual([ended]);
      await expect(store().changeTicket(numbered(1), end("e2"))).rejects.toMatchObject({ code: "NO_PART" });
      await store().changeTicket(numbered(1), share("s3", { at: MONDAY + 3 * DAY }));
      expect((await partsOf(1))?.map(({ no, phase }) => [no, phase])).toEqual([
        [1, "solved"],
        [2, "new"],
      ]);
    });

    it("are made for a ticket of an older release that had an officer of Disdukcapil beside its own", async () => {
      const resolveBy = (await store().openTicket(draft(1, { category: "listed-dead" }))).resolveBy;
      const routed = { ...stamp, type: "assign" as const, by: "system", seen: 0, officer: "dina", beside: "dodi" };
      await store().changeTicket(numbered(1), { ...routed, id: "r1" });
      const part = { no: 1, office: "disdukcapil", officer: "dodi", phase: "new", since: MONDAY, dueAt: resolveBy };
      for (const read of [await store().ticket(numbered(1)), await store().head(numbered(1))]) {
        expect(read?.parts).toEqual([part]);
        expect(read).not.toHaveProperty("beside");
      }
      const dodi: Officer = {
        ...{ id: "dodi", name: "N", district: "lamongan", rung: "disdukcapil" },
        ...{ areas: ["3524012001"], sensitive: false, active: true },
      };
      const sight = sightOf(dodi, []);
      if (!sight) throw new Error("an officer at work sees something");
      expect((await store().list({ sight, limit: 5 })).heads.map(({ parts }) => parts)).toEqual([[part]]);

      const query = { sight, office: "disdukcapil" as const };
      await store().changeTicket(numbered(1), { ...stamp, type: "note", id: "n1" });
      expect(await listed(query, 5), "whatever happens to it writes it down").toEqual([numbered(1)]);
      const close = { ...stamp, type: "close" as const, id: "c1" };
      await expect(store().changeTicket(numbered(1), close)).rejects.toMatchObject({ code: "PART_OPEN" });
      await store().changeTicket(numbered(1), end("e1"));
      expect((await store().changeTicket(numbered(1), close)).state).toBe("closed");
      expect(await partsOf(1)).toEqual([{ ...part, phase: "solved", endedAt: MONDAY, outcome: "done" }]);
    });

    it("hold their ticket open until each has ended", async () => {
      await store().openTicket(draft(1));
      await store().changeTicket(numbered(1), share("s1"));
      await store().changeTicket(numbered(1), share("s2", { office: "dinsos", officer: "dina" }));
      const close = (id: string, more: object = {}): TicketEvent => ({ ...{ ...stamp, type: "close", id, ...more } });
      await expect(store().changeTicket(numbered(1), close("c1"))).rejects.toMatchObject({ code: "PART_OPEN" });
      await store().changeTicket(numbered(1), end("e1", { outcome: "ended" }));
      await expect(store().changeTicket(numbered(1), close("c1"))).rejects.toMatchObject({
        code: "PART_OPEN",
        details: { values: { office: "dinsos" } },
      });
      await store().changeTicket(numbered(1), close("c2", { office: "dinsos" }));
      const { state, parts } = (await store().ticket(numbered(1))) ?? {};
      expect([state, parts?.map(({ phase, outcome }) => [phase, outcome])]).toEqual([
        "closed",
        [
          ["closed", "ended"],
          ["solved", "done"],
        ],
      ]);
    });

    it("raise the ticket's version, appear in the log of changes, and make an older act stale", async () => {
      await store().openTicket(draft(1));
      await store().changeTicket(numbered(1), share("s1"), undefined, { expect: 1 });
      await expect(store().changeTicket(numbered(1), end("e1"), undefined, { expect: 1 })).rejects.toMatchObject({
        code: "STALE",
        details: { version: 2, since: [{ by: "dina", type: "share" }] },
      });
      await store().changeTicket(numbered(1), end("e1"), undefined, { expect: 2 });
      const changes = await store().changes(0, 9);
      expect(changes.map(({ version }) => version)).toEqual([1, 2, 3]);
      expect(changes.map(({ now }) => now.offices)).toEqual([undefined, ["disdukcapil"], undefined]);
      expect(changes.map(({ was }) => was?.offices)).toEqual([undefined, undefined, ["disdukcapil"]]);
      expect(changes[1]?.keys).toEqual(expect.arrayContaining(["q:lamongan/disdukcapil", "o:lamongan/dodi"]));
      expect(changes[2]?.left).toEqual(expect.arrayContaining(["q:lamongan/disdukcapil", "o:lamongan/dodi"]));
    });

    it("let their office see the ticket while they are open, and not afterwards", async () => {
      await store().openTicket(draft(1, { reason: "TIDAK_PADAN" }));
      const seen = async (...keys: string[]) =>
        (await store().list({ sight: { district: "lamongan", officer: "dodi", keys }, limit: 5 })).heads.length;
      const both = async () => [await seen("q:lamongan/TIDAK_PADAN"), await seen("q:lamongan/disdukcapil")];
      expect(await both(), "before it has a part its reason opens it").toEqual([1, 0]);
      await store().changeTicket(numbered(1), share("s1"));
      expect(await both()).toEqual([0, 1]);
      expect(await store().loads("lamongan", ["dodi"])).toEqual({ dodi: 1 });
      await store().changeTicket(numbered(1), end("e1"));
      expect(await both()).toEqual([0, 0]);
      expect(await store().loads("lamongan", ["dodi"])).toEqual({ dodi: 0 });
    });

    it("end when their office loses sight of the ticket, and when the citizen withdraws it", async () => {
      await store().openTicket(draft(1));
      await store().openTicket(draft(2));
      for (const no of [1, 2]) await store().changeTicket(numbered(no), share("s1"));
      const lane = { sensitive: true, barred: [], keeps: [] };
      const added = { ...stamp, type: "add" as const, by: "citizen" };
      await store().changeTicket(numbered(1), { ...added, id: "a1", lane });
      await store().changeTicket(numbered(2), { ...added, id: "a1", withdraws: true });
      for (const [no, outcome] of [[1, "out-of-sight"] as const, [2, "withdrawn"] as const]) {
        expect(await partsOf(no)).toMatchObject([{ phase: "closed", outcome }]);
        const sight = { district: "lamongan", keys: ["q:lamongan/disdukcapil", "o:lamongan/dodi"] };
        expect((await store().parts({ sight, office: "disdukcapil", limit: 5 })).heads).toEqual([]);
        await store().changeTicket(numbered(no), { ...stamp, type: "close", id: "c1" });
        expect((await store().ticket(numbered(no)))?.state).toBe("closed");
      }
    });

    it("have a clock that stops while the citizen is asked, and the earliest clock is the ticket's", async () => {
      await store().openTicket(draft(1));
      await store().changeTicket(numbered(1), share("s1"));
      await store().changeTicket(numbered(1), { ...stamp, type: "ask", id: "q1" });
      await store().changeTicket(numbered(1), { ...stamp, type: "add", id: "a1", by: "citizen", at: MONDAY + 3 * DAY });
      const due = MONDAY + 14 * DAY + 6 * 3_600_000; // three working days later than without the question
      expect((await partsOf(1))?.[0]?.dueAt).toBe(due);
      const sight = { district: "lamongan", keys: ["d:lamongan"] };
      const late = async (at: number) => (await store().list({ sight, overdueAt: at, limit: 5 })).heads.length;
      expect([await late(due), await late(due + 1)]).toEqual([0, 1]);
    });

    it("are listed by their own clocks, page by page, to callers who see the ticket", async () => {
      let serial = 0;
      await fc.assert(
        fc.asyncProperty(
          made,
          officers,
          fc.constantFrom(...OFFICES),
          fc.constantFrom(undefined, "dodi"),
          async (all, officer, office, theirs) => {
            for (const { shares, doubt, barred, area, category } of all) {
              serial += 1;
              const lane = { sensitive: false, doubt, barred, keeps: [] };
              const about = { category, barred, ...(doubt ? { lane } : {}) };
              const { area: _, ...placeless } = draft(serial, about as Partial<TicketDraft>);
              await store().openTicket(area ? { ...placeless, area } : placeless);
              for (const [index, { office: to, officer: holder, day, ended }] of shares.entries()) {
                const { officer: __, ...event } = share(`s${index}`, {
                  office: to,
                  at: MONDAY + day * DAY,
                }) as TicketEvent & { type: "share" };
                await store().changeTicket(numbered(serial), { ...event, ...(holder ? { officer: holder } : {}) });
                const there = await store().ticket(numbered(serial));
                if (ended && there && openPartOf(there, to))
                  await store().changeTicket(numbered(serial), end(`e${index}`, { office: to }));
              }
            }
            const sight = sightOf(officer as Officer, ["TIDAK_PADAN"]);
            if (!sight) throw new Error("an officer at work sees something");
            const every = await Promise.all(
              Array.from({ length: serial }, (_, no) => store().ticket(numbered(no + 1))),
            );
            const due = (ticket: Ticket) => openPartOf(ticket, office)?.dueAt ?? 0;
            const wanted = every
              .filter((one) => one !== undefined)
              .filter((one) => inSight(sight, one) && due(one) > 0)
              .filter((one) => theirs === undefined || openPartOf(one, office)?.officer === theirs)
              .sort((a, b) => due(a) - due(b) || (a.number < b.number ? -1 : 1))
              .map(({ number }) => number);
            const query = { sight, office, ...(theirs ? { officer: theirs } : {}) };
            expect(await listed(query, 3)).toEqual(wanted);
          },
        ),
        { numRuns: 10 },
      );
    });

    it("are listed to no caller without keys", async () => {
      await store().openTicket(draft(1));
      await store().changeTicket(numbered(1), share("s1"));
      const sight = { district: "lamongan", keys: [] };
      expect((await store().parts({ sight, office: "disdukcapil", limit: 5 })).heads).toEqual([]);
    });
  });
}
