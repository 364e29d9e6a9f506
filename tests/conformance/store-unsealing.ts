import { describe, expect, it } from "vitest";
import type { Sight } from "../../src/casework/sight.ts";
import type { TicketEvent } from "../../src/casework/ticket.ts";
import { inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest, Unsealed } from "./store.ts";
import { opened } from "./store-steps.ts";

const NUMBER = "LMG-26-000001-1";
const NIK = "3524015206799901";
const START = Date.UTC(2026, 10, 23, 3);
const SIGHT: Sight = { district: "lamongan", keys: ["d:lamongan", "q:lamongan/disdukcapil"] };

export function unsealingCases(store: StoreUnderTest, unsealed: Unsealed): void {
  const add = (type: "note" | "ask" | "nudge", at: number) =>
    store().changeTicket(NUMBER, { type, id: `${type}${at}`, at, by: "sari", text: `${type} ${at}` } as TicketEvent);

  async function openTicket(notes: number): Promise<string> {
    const { conversation } = await opened(store(), inbound(someone(), "lapor"), []);
    await store().openTicket({
      number: NUMBER,
      district: "lamongan",
      category: "card",
      text: "kartu hilang",
      person: { nik: NIK, name: "Siti" },
      locale: "id",
      openedAt: START,
      conversation,
    });
    for (let no = 1; no <= notes; no += 1) await add("note", START + no);
    return conversation;
  }

  async function opens(ask: () => Promise<unknown>): Promise<{ tickets: number; entries: number }> {
    unsealed();
    await ask();
    const all = unsealed();
    const count = (kind: string) => all.filter((one) => one === kind).length;
    return { tickets: count("ticket"), entries: count("entry") };
  }

  describe("unsealing", () => {
    it("opens no entry of a thread for a head, a list, a search or a count, however long the thread", async () => {
      const conversation = await openTicket(12);
      const share = { type: "share", id: "s", at: START, by: "dina", text: "", office: "disdukcapil" } as const;
      await store().changeTicket(NUMBER, share);
      const one = { tickets: 1, entries: 0 };
      expect(await opens(() => store().head(NUMBER))).toEqual(one);
      expect(await opens(() => store().list({ sight: SIGHT, limit: 5 }))).toEqual(one);
      expect(await opens(() => store().list({ sight: SIGHT, order: "clock", limit: 5 }))).toEqual(one);
      expect(await opens(() => store().parts({ sight: SIGHT, office: "disdukcapil", limit: 5 }))).toEqual(one);
      expect(await opens(() => store().ticketsOf({ conversation }))).toEqual(one);
      expect(await opens(() => store().ticketsOf({ nik: NIK }))).toEqual(one);
      for (const search of [{ numbers: [NUMBER] }, { nik: NIK }, { words: ["name siti"] }])
        expect(await opens(() => store().find({ sight: SIGHT, search, limit: 5 }))).toEqual(one);
      const none = { tickets: 0, entries: 0 };
      expect(await opens(() => store().counts(SIGHT, [{}, { open: true }]))).toEqual(none);
      expect(await opens(() => store().loads("lamongan", ["sari"]))).toEqual(none);
      expect(await opens(() => store().ticketsToErase(5))).toEqual(none);
    });

    it("opens only the page's entries for a page", async () => {
      await openTicket(12);
      expect((await opens(() => store().thread(NUMBER, { after: 3, limit: 4 }))).entries).toBe(4);
      expect((await opens(() => store().thread(NUMBER, { limit: 1 }))).entries).toBe(1);
    });

    it("opens only the ticket's head for the question that waits for a chat's citizen", async () => {
      const conversation = await openTicket(30);
      expect(await opens(() => store().openQuestions(conversation))).toEqual({ tickets: 0, entries: 0 });
      await add("ask", START + 31);
      const one = { tickets: 1, entries: 0 };
      expect(await opens(() => store().openQuestions(conversation))).toEqual(one);
      await add("nudge", START + 32);
      for (let no = 33; no <= 44; no += 1) await add("note", START + no);
      expect(await opens(() => store().openQuestions(conversation))).toEqual(one);
      expect(await store().openQuestions(conversation)).toMatchObject([{ number: NUMBER, text: `ask ${START + 31}` }]);
    });

    it.each([0, 200])(
      "opens for a change only the head and the needed entries of a thread of %i entries",
      async (length) => {
        const conversation = await openTicket(length);
        let at = START + length;
        /** Returns how many entries a change unseals. */
        async function entriesFor(event: object, expected?: number): Promise<number> {
          at += 1;
          const guard = expected === undefined ? {} : { expect: expected };
          const whole = { id: `e${at}`, at, by: "sari", text: `kata ${at}`, ...event } as TicketEvent;
          const { tickets, entries } = await opens(() => store().changeTicket(NUMBER, whole, undefined, guard));
          expect(tickets, `heads for ${whole.type}`).toBe(1);
          return entries;
        }
        const late = { type: "remind", due: START + 1, late: true, by: "system" };
        const counted = {
          assign: await entriesFor({ type: "assign", officer: "sari", seen: length }),
          share: await entriesFor({ type: "share", office: "disdukcapil" }),
          "end-part": await entriesFor({ type: "end-part", office: "disdukcapil", outcome: "done" }),
          answer: await entriesFor({ type: "answer" }),
          ask: await entriesFor({ type: "ask" }),
          nudge: await entriesFor({ type: "nudge" }),
          "citizen's answer": await entriesFor({ type: "add" }),
          "first reminder": await entriesFor(late),
          "second reminder": await entriesFor(late),
          "third reminder, which replaces the second": await entriesFor(late),
          amend: await entriesFor({ type: "amend", now: { place: "pasar" } }),
          "fourth reminder, which replaces the third behind an entry": await entriesFor(late),
          "citizen's next words": await entriesFor({ type: "add" }),
          "take-back of them, from the newest question on": await entriesFor({
            type: "take-back",
            of: at,
            by: "citizen",
            text: "",
          }),
          question: await entriesFor({ type: "ask" }),
          "answer to it": await entriesFor({ type: "add" }),
          "note behind the answer": await entriesFor({ type: "note" }),
          "take-back of the answer, from its question on": await entriesFor({
            type: "take-back",
            of: at - 1,
            by: "citizen",
            text: "",
          }),
          close: await entriesFor({ type: "close" }),
          reopen: await entriesFor({ type: "dispute" }),
          "repeated act": await entriesFor({ type: "note", id: "twice" }),
          "repeated act, again": await entriesFor({ type: "note", id: "twice" }),
          "guarded act": await entriesFor({ type: "note" }, (await store().head(NUMBER))?.version),
        };
        const none = Object.fromEntries(Object.keys(counted).map((name) => [name, 0]));
        expect(counted).toEqual({
          ...none,
          "third reminder, which replaces the second": 1,
          "fourth reminder, which replaces the third behind an entry": 2,
          "take-back of them, from the newest question on": 7,
          "take-back of the answer, from its question on": 3,
          "repeated act, again": 1,
        });
        const stale = { type: "note", id: "stale", at, by: "sari", text: "" } as const;
        const { version = 0 } = (await store().head(NUMBER)) ?? {};
        const refused = store().changeTicket(NUMBER, stale, undefined, { expect: version - 3 });
        await expect(refused).rejects.toMatchObject({ code: "STALE" });
        expect(await store().openQuestions(conversation)).toEqual([]);
        expect((await store().ticket(NUMBER))?.events).toHaveLength(length + 20);
      },
    );
  });
}
