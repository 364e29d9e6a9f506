import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operatorKeys } from "../../src/casework/access.ts";
import type { Sight } from "../../src/casework/sight.ts";
import type { TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import { addsToTicket } from "../support/effects.ts";
import { inbound, someone } from "../support/messages.ts";
import { ticketsIn } from "../support/tickets.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened } from "./store-steps.ts";

const NUMBER = "LMG-26-000001-1";
const VILLAGE = "3524012001";
const NIK = "3524015206799901";
const AT = Date.UTC(2026, 10, 23, 3);
const draft = (more: Partial<TicketDraft> = {}): TicketDraft => ({
  number: NUMBER,
  district: "lamongan",
  category: "card",
  text: "kartu hilang",
  person: { nik: NIK },
  locale: "id",
  openedAt: AT,
  area: VILLAGE,
  ...more,
});
const act = (id: string, more: object = {}): TicketEvent =>
  ({ type: "note", id: `act:sari:${id}`, at: AT + 1, by: "sari", text: "kata petugas", ...more }) as TicketEvent;
const SARI: Sight = { district: "lamongan", officer: "sari", keys: ["o:lamongan/sari", `a:lamongan/${VILLAGE}`] };

export function versionCases(store: StoreUnderTest): void {
  const version = async () => (await store().ticket(NUMBER))?.version;

  describe("versions", () => {
    it("begin at 1 and go up by one with each change, wherever a ticket is read", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "lapor"), []);
      expect((await store().openTicket(draft({ conversation }))).version).toBe(1);
      expect((await store().openTicket(draft({ conversation }))).version).toBe(1);
      expect((await store().changeTicket(NUMBER, act("1"))).version).toBe(2);
      expect((await store().changeTicket(NUMBER, act("1"))).version, "a repeat changes nothing").toBe(2);
      const added = { type: "add" as const, id: "m1", at: AT + 2, by: "citizen", text: "masih" };
      await opened(store(), inbound(someone(), "tambah"), [], [addsToTicket(NUMBER, added)]);
      await opened(store(), inbound(someone(), "tambah"), [], [addsToTicket(NUMBER, added)]);
      const putOff = { type: "put-off" as const, id: "p1", at: AT + 3, by: "system", text: "", until: AT + 9 };
      expect((await store().changeTicket(NUMBER, putOff)).version, "without an entry of its own").toBe(4);
      const [head] = await ticketsIn(store());
      const [byChat] = await store().ticketsOf({ conversation });
      const [byNik] = await store().ticketsOf({ nik: NIK });
      expect([await version(), head?.version, byChat?.version, byNik?.version]).toEqual([4, 4, 4, 4]);
      expect((await store().ticket(NUMBER))?.events.map((event) => event.version)).toEqual([2, 3]);
    });

    it("count each of many simultaneous changes", async () => {
      await store().openTicket(draft());
      await Promise.all(Array.from({ length: 12 }, (_, no) => store().changeTicket(NUMBER, act(String(no)))));
      expect(await version()).toBe(13);
      expect((await store().ticket(NUMBER))?.events.map((event) => event.version)).toEqual(
        Array.from({ length: 12 }, (_, no) => no + 2),
      );
    });
  });

  describe("an act that carries the version its officer saw", () => {
    it("is done if no event came after that version, and otherwise refused with the later events, without their words", async () => {
      await store().openTicket(draft());
      await store().changeTicket(NUMBER, act("1"), undefined, { expect: 1 });
      await store().changeTicket(NUMBER, act("2", { type: "answer", by: "tono", at: AT + 7 }), undefined, {
        expect: 2,
      });
      const refused = { code: "STALE", details: { version: 3, since: [{ by: "tono", type: "answer", at: AT + 7 }] } };
      await expect(store().changeTicket(NUMBER, act("3"), undefined, { expect: 2 })).rejects.toMatchObject(refused);
      const thrown = await store()
        .changeTicket(NUMBER, act("3"), undefined, { expect: 1 })
        .catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code: "STALE", details: { version: 3 } });
      expect(JSON.stringify([thrown, String(thrown)])).not.toContain("kata petugas");
      expect(await version()).toBe(3);
      await store().changeTicket(NUMBER, act("4"));
      expect(await version(), "without an expectation it is done as ever").toBe(4);
    });

    it.each([4, 2 ** 31])("is refused for version %i, which the ticket has not had", async (expected) => {
      await store().openTicket(draft());
      await expect(store().changeTicket(NUMBER, act("1"), undefined, { expect: expected })).rejects.toMatchObject({
        code: "STALE",
        details: { version: 1, since: [] },
      });
    });

    it("gets the same answer when it is repeated, whatever has happened after it", async () => {
      await store().openTicket(draft());
      await store().changeTicket(NUMBER, act("1"), undefined, { expect: 1 });
      await store().changeTicket(NUMBER, act("2", { type: "close", by: "tono" }));
      const again = await store().changeTicket(NUMBER, act("1"), undefined, { expect: 1 });
      expect(again).toMatchObject({ version: 3, state: "closed" });
      await expect(
        store().changeTicket(NUMBER, act("3", { type: "answer" }), undefined, { expect: 1 }),
      ).rejects.toMatchObject({
        code: "STALE",
        details: { since: [{ type: "note" }, { type: "close" }] },
      });
    });

    it("is not stale after an event without an entry, or after a reminder to the officers", async () => {
      await store().openTicket(draft());
      const system = { at: AT, by: "system", text: "" };
      await store().changeTicket(NUMBER, { type: "put-off", id: "p1", ...system, until: AT + 9 });
      await store().changeTicket(NUMBER, { type: "remind", id: "r1", ...system, due: AT, late: true });
      expect((await store().changeTicket(NUMBER, act("1"), undefined, { expect: 1 })).version).toBe(4);
    });

    it("is done for one of many acts with the same version, whatever their kind", async () => {
      const kinds = fc.constantFrom("note", "answer", "ask", "close", "assign", "amend");
      let tickets = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(kinds, { minLength: 2, maxLength: 6 }), async (types) => {
          const number = `LMG-26-${String(++tickets).padStart(6, "0")}-1`;
          await store().openTicket(draft({ number }));
          const more = (type: string, no: number) => ({
            ...(type === "assign" ? { officer: `o${no}`, seen: 0 } : {}),
            ...(type === "amend" ? { now: { place: `RT ${no}` } } : {}),
          });
          const done = await Promise.allSettled(
            types.map((type, no) =>
              store().changeTicket(number, act(String(no), { type, by: `o${no}`, ...more(type, no) }), undefined, {
                expect: 1,
              }),
            ),
          );
          const refusals = done.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
          expect(refusals).toHaveLength(types.length - 1);
          for (const refusal of refusals) expect(refusal).toMatchObject({ code: "STALE", details: { version: 2 } });
          expect((await store().ticket(number))?.version).toBe(2);
        }),
        { numRuns: 8 },
      );
    });
  });

  describe("an act on a ticket that has left its officer's sight", () => {
    it.each<{ label: string; left: object }>([
      { label: "confidential", left: { type: "amend", by: "marta", now: { sensitive: true } } },
      {
        label: "confidential and closed",
        left: { type: "close", by: "marta", lane: { sensitive: true, barred: [], keeps: [] } },
      },
      { label: "elsewhere", left: { type: "amend", by: "marta", now: { area: "3524022001" } } },
      {
        label: "about them",
        left: { type: "amend", by: "marta", now: {}, lane: { sensitive: false, barred: ["sari"], keeps: [] } },
      },
    ])("is refused as an act on an unknown ticket, however stale: $label", async ({ left }) => {
      await store().openTicket(draft());
      await store().changeTicket(NUMBER, act("0", { ...left, at: AT }));
      const before = await store().ticket(NUMBER);
      for (const expected of [undefined, 1, 2, 9]) {
        const tried = store().changeTicket(NUMBER, act("1", { type: "answer" }), undefined, {
          sight: SARI,
          expect: expected,
        });
        await expect(tried).rejects.toMatchObject({ code: "TICKET_UNKNOWN", details: {} });
      }
      expect(await store().ticket(NUMBER)).toEqual(before);
    });

    it("tells an operator only that the thread of a confidential ticket has grown", async () => {
      const operator: Sight = { district: "lamongan", keys: operatorKeys("lamongan") };
      await store().openTicket(draft());
      await store().changeTicket(NUMBER, act("0", { type: "amend", by: "marta", now: { sensitive: true } }));
      await expect(
        store().changeTicket(NUMBER, act("1"), undefined, { sight: operator, expect: 1 }),
      ).rejects.toMatchObject({ code: "STALE", details: { version: 2, since: [] } });
    });
  });

  describe("an act with the hash of its words", () => {
    it("is a repeat if the words are the same, and is refused if they only look the same in the thread", async () => {
      await store().openTicket(draft());
      const done = await store().changeTicket(NUMBER, act("1"), undefined, { request: `NIK ${NIK}` });
      expect(await store().changeTicket(NUMBER, act("1"), undefined, { request: `NIK ${NIK}` })).toEqual(done);
      await expect(
        store().changeTicket(NUMBER, act("1"), undefined, { request: "NIK 3524015206799902" }),
      ).rejects.toMatchObject({ code: "ID_REUSED" });
      expect(JSON.stringify(await store().ticket(NUMBER)).split(NIK), "no word of it is in the hash").toHaveLength(2);
    });
  });
}
