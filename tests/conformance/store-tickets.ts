import { describe, expect, it } from "vitest";
import { MENTIONED_KEPT } from "../../src/casework/mentioned-numbers.ts";
import type { TicketDraft, TicketEvent } from "../../src/casework/ticket.ts";
import { addsToTicket, opensTicket } from "../support/effects.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { ticketsIn } from "../support/tickets.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened, result } from "./store-steps.ts";

const NIK = "3524015206799901";

const draft = (number: string, more: Partial<TicketDraft> = {}): TicketDraft => ({
  number,
  district: "lamongan",
  category: "not-paid",
  text: "belum cair",
  person: { nik: NIK },
  locale: "id",
  openedAt: Date.UTC(2026, 10, 23, 3),
  area: "3524012001",
  ...more,
});

const event = (type: "answer" | "note" | "ask" | "close", id = "e1", more: object = {}): TicketEvent =>
  ({ type, id, at: Date.UTC(2026, 10, 24, 3), by: "sari", text: "kami cek", ...more }) as TicketEvent;

export function ticketCases(store: StoreUnderTest): void {
  describe("tickets", () => {
    it("are numbered without a gap at first, and a repeated key gets its number again", async () => {
      const serials = await Promise.all(
        ["a", "b", "c", "a"].map((key) => store().reserveSerial("lamongan", 2026, key)),
      );
      expect(new Set(serials).size).toBe(3);
      expect(serials[3]).toBe(serials[0]);
      expect([...new Set(serials)].sort()).toEqual([1, 2, 3]);
      expect(await store().reserveSerial("jombang", 2026, "d")).toBe(1);
      expect(await store().reserveSerial("lamongan", 2027, "e")).toBe(1);
    });

    it("are numbered without a gap while the store is in use", async () => {
      expect(await store().reserveSerial("lamongan", 2026, "a")).toBe(1);
      expect(await store().noteUse()).toBe(0);
      expect(await store().reserveSerial("lamongan", 2026, "b")).toBe(2);
    });

    it("are written in the turn's commit, once", async () => {
      const message = inbound(someone(), "lapor");
      const { conversation, turn } = await opened(
        store(),
        message,
        ["nomor Anda"],
        [opensTicket(draft("LMG-26-000001-1"))],
      );
      expect(await store().ticket("LMG-26-000001-1")).toMatchObject({
        state: "new",
        kind: "complaint",
        person: { nik: NIK },
      });
      await store()
        .commitTurn(turn, result([], [opensTicket(draft("LMG-26-000001-1", { text: "lain" }))]))
        .catch(() => undefined);
      expect((await store().ticket("LMG-26-000001-1"))?.text).toBe("belum cair");
      expect(conversation).not.toBe("");
    });

    it("take a citizen's addition in a later turn, once", async () => {
      await store().openTicket(draft("LMG-26-000001-1"));
      const added = { type: "add" as const, id: "m1", at: 1, by: "citizen", text: "sampai sekarang" };
      const effects = [addsToTicket("LMG-26-000001-1", added)];
      await opened(store(), inbound(someone(), "tambah"), [], effects);
      await opened(store(), inbound(someone(), "tambah"), [], effects);
      expect((await store().ticket("LMG-26-000001-1"))?.events).toEqual([{ ...added, version: 2 }]);
    });

    it("put an officer's answer into the chat in the same step, once", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "lapor"), []);
      await store().openTicket(draft("LMG-26-000001-1", { conversation }));
      const answer = event("answer", "e1", { outbound: `${conversation}.e1` });
      await store().changeTicket("LMG-26-000001-1", answer, body("Jawaban petugas: kami cek"));
      await store().changeTicket("LMG-26-000001-1", answer, body("Jawaban petugas: kami cek"));
      const send = await store().openSend(conversation);
      expect(send?.message.text).toBe("Jawaban petugas: kami cek");
      expect(await store().closeSend(send!, { state: "sent" })).toBeUndefined();
      expect((await store().ticket("LMG-26-000001-1"))?.events).toHaveLength(1);
    });

    it("hide mentioned numbers from a search by NIK, and say when to erase them", async () => {
      const mentioned = [{ label: "nik" as const, number: "3524011708859907" }];
      const turn = opensTicket(draft("LMG-26-000001-1", { person: {}, mentioned }));
      await opened(store(), inbound(someone(), "lapor"), [], [turn]);
      const more = { type: "add" as const, id: "m1", at: 1, by: "citizen", text: "KK", mentioned };
      const effects = [addsToTicket("LMG-26-000001-1", more)];
      await opened(store(), inbound(someone(), "tambah"), [], effects);
      const kept = await store().ticket("LMG-26-000001-1");
      expect(kept?.mentioned.map(({ entry }) => entry)).toEqual(["text", "m1"]);
      expect(await store().ticketsOf({ nik: "3524011708859907" })).toEqual([]);
      expect(await store().ticketsToErase(10)).toEqual([]);
      // The store's clock may differ from the clock of this process.
      const long = { at: Date.now() - MENTIONED_KEPT - 60_000 };
      await store().changeTicket("LMG-26-000001-1", event("close", "e1", long));
      expect(await store().ticketsToErase(10)).toEqual(["LMG-26-000001-1"]);
      await store().changeTicket("LMG-26-000001-1", { ...event("note", "e2"), type: "erase" });
      expect(await store().ticketsToErase(10)).toEqual([]);
      expect(JSON.stringify(await store().ticket("LMG-26-000001-1"))).not.toContain("3524011708859907");
    });

    it("with an open question are found by their chat, the newest first, until the answer", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "lapor"), []);
      const { conversation: other } = await opened(store(), inbound(someone(), "lapor"), []);
      for (const number of ["LMG-26-000001-1", "LMG-26-000002-1", "LMG-26-000003-1"])
        await store().openTicket(draft(number, { conversation }));
      await store().openTicket(draft("LMG-26-000004-1", { conversation: other }));
      expect(await store().openQuestions(conversation)).toEqual([]);
      const { openedAt } = draft("LMG-26-000001-1");
      const ask = (number: string, at: number) =>
        store().changeTicket(number, { type: "ask", id: `ask-${at}`, at, by: "sari", text: `RT? ${at}` });
      await ask("LMG-26-000001-1", 7);
      await ask("LMG-26-000002-1", 9);
      await ask("LMG-26-000004-1", 8);
      expect(await store().openQuestions(conversation)).toEqual([
        { number: "LMG-26-000002-1", openedAt, askedAt: 9, text: "RT? 9" },
        { number: "LMG-26-000001-1", openedAt, askedAt: 7, text: "RT? 7" },
      ]);
      const added = { type: "add" as const, id: "m1", at: 11, by: "citizen", text: "RT 3" };
      await opened(store(), inbound(someone(), "RT 3"), [], [addsToTicket("LMG-26-000002-1", added)]);
      expect((await store().openQuestions(conversation)).map(({ number }) => number)).toEqual(["LMG-26-000001-1"]);
      const back = { type: "take-back" as const, id: "m2", at: 12, by: "citizen", text: "", of: 11 };
      await opened(store(), inbound(someone(), "bukan"), [], [addsToTicket("LMG-26-000002-1", back)]);
      expect((await store().openQuestions(conversation)).map(({ number }) => number)).toEqual([
        "LMG-26-000002-1",
        "LMG-26-000001-1",
      ]);
      await store().changeTicket("LMG-26-000001-1", event("close"));
      expect((await store().openQuestions(conversation)).map(({ number }) => number)).toEqual(["LMG-26-000002-1"]);
      expect(await store().openQuestions(other)).toHaveLength(1);
    });

    it("reject a change of an unknown ticket, and an answer after the end", async () => {
      await expect(store().changeTicket("LMG-26-999999-1", event("note"))).rejects.toMatchObject({
        code: "TICKET_UNKNOWN",
      });
      await store().openTicket(draft("LMG-26-000001-1"));
      await store().changeTicket("LMG-26-000001-1", event("close", "e1"));
      await expect(store().changeTicket("LMG-26-000001-1", event("answer", "e2"))).rejects.toMatchObject({
        code: "TICKET_CLOSED",
      });
    });

    it("lose none of many simultaneous changes", async () => {
      await store().openTicket(draft("LMG-26-000001-1"));
      const events = Array.from({ length: 20 }, (_, index) => event("note", `e${index}`));
      await Promise.all(events.map((one) => store().changeTicket("LMG-26-000001-1", one)));
      expect((await store().ticket("LMG-26-000001-1"))?.events).toHaveLength(20);
    });

    it("go to one of two officers who take at the same time, and the other reads who has it", async () => {
      await store().openTicket(draft("LMG-26-000001-1"));
      const take = (officer: string): TicketEvent => ({
        type: "assign",
        id: `given-0-${officer}`,
        at: 1,
        by: officer,
        text: officer.toUpperCase(),
        officer,
        seen: 0,
        from: null,
      });
      const both = await Promise.allSettled(
        ["sari", "tono"].map((one) => store().changeTicket("LMG-26-000001-1", take(one))),
      );
      const lost = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      const holder = (await store().ticket("LMG-26-000001-1"))?.officer ?? "";
      expect(["sari", "tono"]).toContain(holder);
      expect(lost).toMatchObject([{ code: "TICKET_TAKEN", details: { values: { officer: holder.toUpperCase() } } }]);
    });

    it("cannot be taken after they are closed", async () => {
      await store().openTicket(draft("LMG-26-000001-1"));
      await store().changeTicket("LMG-26-000001-1", event("close"));
      const take = { type: "assign" as const, id: "given", at: 1, by: "sari", text: "", officer: "sari", seen: 1 };
      await expect(store().changeTicket("LMG-26-000001-1", { ...take, from: null })).rejects.toMatchObject({
        code: "TICKET_CLOSED",
      });
    });

    it("accept an officer's act again under its id, and refuse another act with this id", async () => {
      await store().openTicket(draft("LMG-26-000001-1"));
      const note = event("note", "act:sari:0001");
      const first = await store().changeTicket("LMG-26-000001-1", note);
      expect(await store().changeTicket("LMG-26-000001-1", { ...note, at: note.at + 5 })).toEqual(first);
      for (const other of [{ text: "lain" }, { type: "answer" }]) {
        const again = { ...note, ...other } as TicketEvent;
        await expect(store().changeTicket("LMG-26-000001-1", again)).rejects.toMatchObject({ code: "ID_REUSED" });
      }
      expect((await store().ticket("LMG-26-000001-1"))?.events).toHaveLength(1);
    });

    it.each<{ label: string; filter: Parameters<typeof ticketsIn>[1]; found: string[] }>([
      { label: "district", filter: { district: "jombang" }, found: ["JBG-26-000001-1"] },
      { label: "open", filter: { open: true }, found: ["LMG-26-000001-1"] },
      { label: "closed", filter: { open: false }, found: ["LMG-26-000002-1"] },
      { label: "village", filter: { area: "3524012001" }, found: ["LMG-26-000001-1", "LMG-26-000002-1"] },
      { label: "kecamatan", filter: { district: "jombang", area: "3517" }, found: ["JBG-26-000001-1"] },
      { label: "category", filter: { category: "cut" }, found: ["LMG-26-000002-1"] },
      { label: "kind", filter: { district: "jombang", kind: "data" }, found: ["JBG-26-000001-1"] },
      {
        label: "overdue",
        filter: { district: "jombang", overdueAt: Date.UTC(2026, 10, 26, 4) },
        found: ["JBG-26-000001-1"],
      },
      { label: "nothing fits", filter: { kind: "data" }, found: [] },
    ])("are found by $label", async ({ filter, found }) => {
      await store().openTicket(draft("LMG-26-000001-1"));
      await store().openTicket(
        draft("JBG-26-000001-1", { district: "jombang", category: "data-copy", area: "3517012001", person: {} }),
      );
      await store().openTicket(
        draft("LMG-26-000002-1", {
          category: "cut",
          conversation: "chat-1",
          person: {},
          openedAt: Date.UTC(2026, 10, 23, 4),
        }),
      );
      await store().changeTicket("LMG-26-000002-1", event("close"));
      const numbers = (tickets: { number: string }[]) => tickets.map(({ number }) => number);
      expect(numbers(await ticketsIn(store(), filter)).sort()).toEqual(found);
      expect(numbers(await store().ticketsOf({ nik: NIK }))).toEqual(["LMG-26-000001-1"]);
      expect(numbers(await store().ticketsOf({ conversation: "chat-1" }))).toEqual(["LMG-26-000002-1"]);
      expect(await store().ticketsOf({ conversation: "chat-1" }, { open: true })).toEqual([]);
    });
  });
}
