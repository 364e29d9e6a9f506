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
    it("lie apart from the head: a list has the head and how long the thread is, a ticket all of it in order", async () => {
      await store().openTicket(draft);
      for (const no of [1, 2, 3]) await store().changeTicket(NUMBER, note(no));
      await store().changeTicket(NUMBER, note(2));
      const [head] = await ticketsIn(store());
      expect(head).toMatchObject({ number: NUMBER, text: "kartu hilang", state: "working", entries: 3 });
      expect(head).not.toHaveProperty("events");
      expect(await thread()).toEqual(["n1 catatan 1", "n2 catatan 2", "n3 catatan 3"]);
    });

    it("lose the words that their citizen takes back, and keep every entry in its place", async () => {
      await store().openTicket(draft);
      await store().changeTicket(NUMBER, note(1));
      const added = { type: "add" as const, id: "a1", at: START + 2, by: "citizen", text: "rahasia saya" };
      await store().changeTicket(NUMBER, added);
      await store().changeTicket(NUMBER, note(3));
      await store().changeTicket(NUMBER, { ...added, type: "take-back", id: "w1", text: "", of: START + 2 });
      expect(await thread()).toEqual(["n1 catatan 1", "a1 ", "n3 catatan 3", "w1 "]);
      expect(JSON.stringify(await store().ticket(NUMBER))).not.toContain("rahasia");
    });

    it("keep of the reminders of one missed clock the first and the newest, and what came between", async () => {
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

    it("grow in the order of their acts, whoever writes at once, and nothing of it is lost", async () => {
      await store().openTicket(draft);
      await Promise.all(Array.from({ length: 8 }, (_, no) => store().changeTicket(NUMBER, note(no))));
      expect((await thread())?.sort()).toEqual(Array.from({ length: 8 }, (_, no) => `n${no} catatan ${no}`));
    });
  });
}
