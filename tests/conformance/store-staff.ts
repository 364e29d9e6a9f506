import { describe, expect, it } from "vitest";
import type { Officer } from "../../src/casework/officer.ts";
import { ticketsIn } from "../support/tickets.ts";
import type { StoreUnderTest } from "./store.ts";

const officer = (id: string, more: Partial<Officer> = {}): Officer => ({
  id,
  name: "Sari",
  district: "lamongan",
  rung: "village",
  areas: ["3524012001"],
  sensitive: false,
  active: true,
  ...more,
});

export function staffCases(store: StoreUnderTest): void {
  describe("staff", () => {
    it("is kept, changed and listed by district", async () => {
      await store().saveOfficer(officer("sari"));
      await store().saveOfficer(officer("budi", { district: "jombang" }));
      await store().saveOfficer(officer("sari", { name: "Sari Wulandari" }));
      expect(await store().officers("lamongan")).toEqual([officer("sari", { name: "Sari Wulandari" })]);
      expect((await store().officers()).map(({ id }) => id).sort()).toEqual(["budi", "sari"]);
    });

    it("is found by a token, until it has a new one", async () => {
      await store().saveOfficer(officer("sari"), "index-1");
      await store().saveOfficer(officer("sari", { name: "S" }));
      expect(await store().officerByToken("index-1")).toMatchObject({ id: "sari", name: "S" });
      await store().saveOfficer(officer("sari"), "index-2");
      expect(await store().officerByToken("index-1")).toBeUndefined();
      expect(await store().officerByToken("index-2")).toMatchObject({ id: "sari" });
      expect(await store().officerByToken("nothing")).toBeUndefined();
    });

    it("has no token after it was ended, even after coming back", async () => {
      await store().saveOfficer(officer("sari"), "index-1");
      await store().saveOfficer(officer("sari", { active: false }), null);
      await store().saveOfficer(officer("sari"));
      expect(await store().officerByToken("index-1")).toBeUndefined();
      await store().saveOfficer(officer("sari"), "index-2");
      expect(await store().officerByToken("index-2")).toMatchObject({ id: "sari" });
    });

    it("has open tickets and a load, and a ticket has news until its officer is told", async () => {
      const draft = (number: string) => ({
        number,
        district: "lamongan",
        category: "not-paid" as const,
        text: "belum cair",
        person: {},
        locale: "id",
        openedAt: Date.now(),
      });
      const routed = (number: string, seen: number) =>
        store().changeTicket(number, {
          type: "assign",
          id: `r${seen}`,
          at: 1,
          by: "system",
          text: "Sari",
          officer: "sari",
          seen,
        });
      await store().openTicket(draft("LMG-26-000001-1"));
      await store().openTicket(draft("LMG-26-000002-1"));
      expect((await store().waiting(10)).complaints).toEqual(["LMG-26-000001-1", "LMG-26-000002-1"]);
      await routed("LMG-26-000001-1", 0);
      await routed("LMG-26-000002-1", 0);
      expect((await store().waiting(10)).complaints).toEqual([]);
      expect(await store().loads("lamongan", ["sari", "tono"])).toEqual({ sari: 2, tono: 0 });
      expect((await ticketsIn(store(), { holder: "sari" })).map(({ number }) => number)).toEqual([
        "LMG-26-000001-1",
        "LMG-26-000002-1",
      ]);
      await store().changeTicket("LMG-26-000001-1", { type: "add", id: "a", at: 2, by: "citizen", text: "lagi" });
      expect((await store().waiting(10)).complaints, "news of a citizen").toEqual(["LMG-26-000001-1"]);
      await routed("LMG-26-000001-1", 1);
      expect((await store().waiting(10)).complaints, "told too early: there is one more").toEqual(["LMG-26-000001-1"]);
      await routed("LMG-26-000001-1", 2);
      expect((await store().waiting(10)).complaints).toEqual([]);
      await store().changeTicket("LMG-26-000002-1", { type: "close", id: "c", at: 3, by: "sari", text: "" });
      expect(await store().loads("lamongan", ["sari", "tono"])).toEqual({ sari: 1, tono: 0 });
    });

    it("wakes a ticket whose clock is due until its officers are told", async () => {
      const number = "LMG-26-000003-1";
      const old = Date.UTC(2026, 0, 5, 3);
      await store().openTicket({
        number,
        district: "lamongan",
        category: "not-paid",
        text: "belum cair",
        person: {},
        locale: "id",
        openedAt: old,
      });
      const by = { at: old, by: "system", text: "" };
      await store().changeTicket(number, { type: "assign", id: "r", ...by, officer: "sari", beside: "tono", seen: 0 });
      expect(
        (await ticketsIn(store(), { holder: "tono" })).map((one) => one.number),
        "beside",
      ).toEqual([number]);
      expect(await store().loads("lamongan", ["sari", "tono"])).toEqual({ sari: 1, tono: 1 });
      for (const late of [false, true]) {
        expect((await store().waiting(10)).complaints).toEqual([number]);
        const due = (await store().ticket(number))?.firstAnswerBy ?? 0;
        await store().changeTicket(number, { type: "remind", id: `${late}`, ...by, at: Date.now(), due, late });
      }
      expect((await store().waiting(10)).complaints).toEqual([]);
    });

    it("wakes a ticket whose officer is to be told, but not in a night for which this is put off", async () => {
      const now = Date.now();
      const by = { at: now, by: "system", text: "" };
      const opened = async (serial: number, due: number) => {
        const number = `LMG-26-${940_000 + serial}-1`;
        const draft = { district: "lamongan", category: "quality", text: "apek", person: {}, locale: "id" } as const;
        await store().openTicket({ ...draft, number, openedAt: now });
        const notices = [{ officer: "sari", id: "0", due }];
        await store().changeTicket(number, { type: "assign", id: "r", ...by, officer: "sari", seen: 0, notices });
        return number;
      };
      const [due, later, quiet] = [await opened(1, now - 1), await opened(2, now + 60_000), await opened(3, now - 1)];
      const until = now + 60_000;
      await store().changeTicket(quiet, { type: "put-off", id: "q", ...by, until });
      const woken = async () =>
        (await store().waiting(1_000)).complaints.filter((one) => [due, later, quiet].includes(one));
      expect(await woken()).toEqual([due]);
      expect(await store().ticket(quiet)).toMatchObject({ quietUntil: until, notices: [{ officer: "sari" }] });
      await store().changeTicket(due, { type: "tell", id: "t", ...by, officer: "sari", notice: "0" });
      expect(await woken()).toEqual([]);
      const { notices, events } = (await store().ticket(due)) ?? { events: [] };
      expect([notices, events.map(({ type }) => type)]).toEqual([undefined, ["assign"]]);
    });
  });
}
