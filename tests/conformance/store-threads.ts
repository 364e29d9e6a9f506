import { describe, expect, it } from "vitest";
import type { TicketEvent } from "../../src/casework/ticket.ts";
import { ticketsIn } from "../support/tickets.ts";
import type { StoreUnderTest } from "./store.ts";

const NUMBER = "LMG-26-000001-1";
const START = Date.UTC(2026, 10, 23, 3);
const draft = {
  number: NUMBER,
  district: "lamongan",
  category: "card" as const,
  text: "kartu hilang",
  person: {},
  locale: "id",
  openedAt: START,
};
const note = (no: number): TicketEvent => ({
  type: "note",
  id: `n${no}`,
  at: START + no,
  by: "sari",
  text: `catatan ${no}`,
});

export function threadCases(store: StoreUnderTest): void {
  const thread = async () => (await store().ticket(NUMBER))?.events.map(({ id, text }) => `${id} ${text}`);

  describe("threads", () => {
    it("lie apart from the head: a list has the thread's length, and a ticket the thread in order", async () => {
      await store().openTicket(draft);
      for (const no of [1, 2, 3]) await store().changeTicket(NUMBER, note(no));
      await store().changeTicket(NUMBER, note(2));
      const [head] = await ticketsIn(store());
      expect(head).toMatchObject({ number: NUMBER, text: "kartu hilang", state: "working", entries: 3 });
      expect(head).not.toHaveProperty("events");
      expect(await thread()).toEqual(["n1 catatan 1", "n2 catatan 2", "n3 catatan 3"]);
    });

    it("lose words that their citizen takes back, and keep every entry in its place", async () => {
      await store().openTicket(draft);
      await store().changeTicket(NUMBER, note(1));
      const added = { type: "add" as const, id: "a1", at: START + 2, by: "citizen", text: "rahasia saya" };
      await store().changeTicket(NUMBER, added);
      await store().changeTicket(NUMBER, note(3));
      await store().changeTicket(NUMBER, { ...added, type: "take-back", id: "w1", text: "", of: START + 2 });
      expect(await thread()).toEqual(["n1 catatan 1", "a1 ", "n3 catatan 3", "w1 "]);
      expect(JSON.stringify(await store().ticket(NUMBER))).not.toContain("rahasia");
    });

    it("keep the first and the newest reminder of a missed clock, and the entries between them", async () => {
      await store().openTicket(draft);
      const remind = (id: string, at: number) =>
        store().changeTicket(NUMBER, { type: "remind", id, at, by: "system", text: "", due: START, late: true });
      await remind("r1", START + 1);
      await remind("r2", START + 2);
      await store().changeTicket(NUMBER, note(3));
      await remind("r3", START + 4);
      await store().changeTicket(NUMBER, note(5));
      expect(await thread()).toEqual(["r1 ", "n3 catatan 3", "r3 ", "n5 catatan 5"]);
      expect((await ticketsIn(store()))[0]?.entries).toBe(4);
    });

    it("are read in pages of any size, each entry once and in order", async () => {
      await store().openTicket(draft);
      expect(await store().thread(NUMBER, { limit: 3 })).toEqual({ entries: [] });
      for (const no of [1, 2, 3, 4, 5, 6]) await store().changeTicket(NUMBER, note(no));
      await store().changeTicket(NUMBER, { ...note(7), type: "take-back", of: START + 2 } as TicketEvent);
      const { events = [] } = (await store().ticket(NUMBER)) ?? {};
      expect(events).toHaveLength(7);
      for (const limit of [1, 2, 3, 6, 7, 8]) {
        const read: TicketEvent[][] = [];
        for (let after: number | undefined = -1; after !== undefined; ) {
          const page = await store().thread(NUMBER, { ...(read.length > 0 ? { after } : {}), limit });
          read.push(page?.entries ?? []);
          after = page?.next;
        }
        expect(read.flat(), `by ${limit}`).toEqual(events);
        expect(read).toHaveLength(Math.ceil(7 / limit));
      }
      expect(await store().thread(NUMBER, { after: 6, limit: 3 })).toEqual({ entries: [] });
      expect(await store().thread(NUMBER, { after: 99, limit: 3 })).toEqual({ entries: [] });
      expect(await store().thread("LMG-26-000009-1", { limit: 3 })).toBeUndefined();
    });

    it("find an entry by its event's id, in its own ticket", async () => {
      const other = "LMG-26-000002-1";
      for (const number of [NUMBER, other]) await store().openTicket({ ...draft, number });
      for (const no of [1, 2, 3]) await store().changeTicket(NUMBER, note(no));
      await store().changeTicket(other, { ...note(2), text: "lain" });
      expect(await store().findEntry(NUMBER, "n2")).toMatchObject(note(2));
      expect(await store().findEntry(other, "n2")).toMatchObject({ text: "lain" });
      expect(await store().findEntry(other, "n3")).toBeUndefined();
      expect(await store().findEntry(NUMBER, "n4")).toBeUndefined();
      expect(await store().findEntry("LMG-26-000009-1", "n1")).toBeUndefined();
    });

    it("find an entry by its event's id after other entries have moved up", async () => {
      await store().openTicket(draft);
      const remind = (no: number) =>
        ({ type: "remind", id: `r${no}`, at: START + no, by: "system", text: "", due: START, late: true }) as const;
      for (const event of [remind(1), remind(2), note(3), note(4), remind(5)])
        await store().changeTicket(NUMBER, event);
      for (const id of ["r1", "n3", "n4", "r5"]) expect(await store().findEntry(NUMBER, id), id).toMatchObject({ id });
      expect(await store().findEntry(NUMBER, "r2"), "the reminder that went").toBeUndefined();
      for (const event of [note(3), note(4), remind(5)]) await store().changeTicket(NUMBER, event);
      expect((await store().head(NUMBER))?.version, "repeats change nothing").toBe(6);
    });

    it("are not opened for a head, wherever the head is read", async () => {
      await store().openTicket({ ...draft, conversation: "chat-1", person: { nik: "3524015206799901" } });
      for (const no of [1, 2]) await store().changeTicket(NUMBER, note(no));
      const { events, ...rest } = (await store().ticket(NUMBER)) ?? {};
      const head = { ...rest, entries: events?.length };
      expect(await store().head(NUMBER)).toEqual(head);
      expect(await ticketsIn(store())).toEqual([head]);
      expect(await store().ticketsOf({ conversation: "chat-1" })).toEqual([head]);
      expect(await store().ticketsOf({ nik: "3524015206799901" })).toEqual([head]);
      expect(await store().head("LMG-26-000009-1")).toBeUndefined();
    });

    it("keep the order of acts from several writers, and lose no act", async () => {
      await store().openTicket(draft);
      await Promise.all(Array.from({ length: 8 }, (_, no) => store().changeTicket(NUMBER, note(no))));
      expect((await thread())?.sort()).toEqual(Array.from({ length: 8 }, (_, no) => `n${no} catatan ${no}`));
    });
  });
}
