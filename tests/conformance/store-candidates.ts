import { describe, expect, it } from "vitest";
import { effectOf } from "../../src/effects/index.ts";
import { MOST_CANDIDATES } from "../../src/store/ports/candidates.ts";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";

const DAY = 86_400_000;

export function candidateCases(store: StoreUnderTest): void {
  async function turn(address: string, ...requests: Parameters<typeof effectOf>[0][]): Promise<string> {
    const [recorded] = await store().recordInbound([inbound(someone(address), "?")]);
    const conversation = recorded?.conversation ?? "";
    const opened = await store().openTurn(conversation);
    if (!opened) throw new Error("no turn");
    const effects = requests.map((request, index) => effectOf(request, { id: `${opened.key}.${index}`, conversation }));
    await store().commitTurn(opened, { session: {}, replies: [body("?")], effects, outcome: "handled" });
    return conversation;
  }
  const missed = (text: string, offered: string[] = [], district = "lamongan") =>
    ({ type: "keep-candidate", district, text, offered }) as const;
  const chose = (chosen: string) => ({ type: "settle-candidate", chosen }) as const;
  const all = (asked: { district?: string; labelled?: boolean } = {}) => store().candidates({ limit: 1_000, ...asked });

  describe("a message that was not understood", () => {
    it("is kept with the offered labels, and the choice goes once to the chat's newest message", async () => {
      await turn("a", missed("piye iki", ["check"]));
      await turn("a", missed("opo maneh", ["payment", "ask:desil"]));
      await turn("b", missed("lho kok ngono"));
      await turn("a", chose("ask:desil"));
      await turn("a", chose("none"));
      expect((await all()).map(({ text, offered, chosen }) => ({ text, offered, chosen }))).toEqual([
        { text: "lho kok ngono", offered: [], chosen: undefined },
        { text: "opo maneh", offered: ["payment", "ask:desil"], chosen: "ask:desil" },
        { text: "piye iki", offered: ["check"], chosen: undefined },
      ]);
    });

    it("is found by district and by its id, which reveals nothing about the chat", async () => {
      await turn("a", missed("satu"));
      await turn("b", missed("dua", [], "jombang"));
      const [found, ...others] = await all({ district: "jombang" });
      expect(others).toEqual([]);
      expect(found).toMatchObject({ text: "dua", district: "jombang" });
      expect(found?.id).toMatch(/^[0-9a-f]{12}$/);
      expect(await store().candidate(found?.id ?? "")).toEqual(found);
      expect(await store().candidate("000000000000")).toBeUndefined();
    });

    it("is labelled by an officer, labelled again, and dropped", async () => {
      await turn("a", missed("satu"));
      await turn("a", missed("dua"));
      const [second] = await all();
      const id = second?.id ?? "";
      const labelled = { label: "check", language: "id", text: "saya terdaftar?", by: "officer-1", at: 5 };
      expect(await store().labelCandidate(id, { ...labelled, label: "payment" })).toBe(true);
      expect(await store().labelCandidate(id, labelled)).toBe(true);
      expect(await store().labelCandidate("000000000000", labelled)).toBe(false);
      expect(await all({ labelled: true })).toEqual([{ ...second, labelled }]);
      expect(await store().dropCandidate(id)).toBe(true);
      expect(await store().dropCandidate(id)).toBe(false);
      expect((await all()).map(({ text }) => text)).toEqual(["satu"]);
    });

    it("replaces the oldest such message of its chat above the limit", async () => {
      for (let count = 0; count < MOST_CANDIDATES + 3; count += 1) await turn("a", missed(`kata ${count}`));
      await turn("b", missed("lain"));
      expect(await all()).toHaveLength(MOST_CANDIDATES + 1);
      await turn("a", chose("check"));
      const settled = (await all()).filter(({ chosen }) => chosen !== undefined);
      expect(settled.map(({ text }) => text)).toEqual([`kata ${MOST_CANDIDATES + 2}`]);
    });

    it("is in the copy of its chat, and is dropped with the chat or after its time", async () => {
      const chat = await turn("a", missed("satu"));
      const other = await turn("b", missed("dua"));
      expect((await store().chatRecords(chat)).missed).toMatchObject([{ text: "satu" }]);
      await store().eraseChat(chat, Date.now() + DAY);
      expect((await store().chatRecords(chat)).missed).toEqual([]);
      expect((await store().chatRecords(other)).missed).toMatchObject([{ text: "dua" }]);
      const due = async (age: number) =>
        (await store().expiring(DAY, DAY, DAY, age)).find(({ of }) => of === "messages not understood");
      expect(await due(DAY)).toEqual({ of: "messages not understood", count: 0 });
      expect(await store().expire(DAY, DAY, DAY, DAY)).toBe(0);
      expect(await store().expire(DAY), "only where asked").toBe(0);
      expect(await due(-DAY)).toMatchObject({ count: 1, oldest: expect.any(Number) });
      expect(await store().expire(DAY, DAY, DAY, -DAY)).toBe(1);
      expect(await all()).toEqual([]);
    });
  });
}
