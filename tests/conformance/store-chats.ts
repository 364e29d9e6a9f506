import { describe, expect, it } from "vitest";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { answered, opened } from "./store-steps.ts";

export function chatDataCases(store: StoreUnderTest): void {
  describe("a chat's data", () => {
    it("has the session of the last turn, which only its last reader can replace", async () => {
      const { conversation } = await answered(store(), inbound(someone(), "halo"), ["ya"]);
      const session = { at: "somewhere", said: ["ya"] };
      expect(await store().sessionOf(conversation)).toEqual(session);
      const stored = await store().storedSession(conversation);
      if (!stored) throw new Error("the turn left a session");
      expect(stored).toMatchObject({ conversation, session });
      expect(await store().replaceSession({ ...stored, session: { at: "menu" } }, 1)).toBe(true);
      expect(await store().replaceSession({ ...stored, session: { at: "late" } })).toBe(false);
      expect(await store().sessionOf(conversation)).toEqual({ at: "menu" });
      const [rested] = await store().restedSessions(10);
      expect(rested).toMatchObject({ conversation, session: { at: "menu" } });
      if (rested) expect(await store().replaceSession(rested)).toBe(true);
      expect(await store().restedSessions(10), "it has lost what it was to lose").toEqual([]);
      expect([await store().sessionOf("nobody"), await store().storedSession("nobody")]).toEqual([
        undefined,
        undefined,
      ]);
    });

    it("has the messages and answers, the oldest first, whether sent or not", async () => {
      const contact = someone();
      const { conversation } = await answered(store(), inbound(contact, "satu"), ["dua"]);
      await opened(store(), inbound(contact, "tiga"), ["empat"]);
      const { said, answered: answers } = await store().chatRecords(conversation);
      expect(said.map(({ content }) => content)).toEqual([
        { type: "text", text: "satu" },
        { type: "text", text: "tiga" },
      ]);
      expect(answers.map(({ text }) => text)).toEqual(["dua", "empat"]);
      expect(await store().chatRecords("nobody")).toEqual({ said: [], answered: [], missed: [] });
    });

    it("is erased up to the time of the first mark", async () => {
      const contact = someone();
      const { conversation } = await answered(store(), inbound(contact, "rahasia"), ["ya"]);
      const mark = await store().markForgotten(conversation);
      expect(await store().markForgotten(conversation)).toBe(mark);
      expect(await store().forgottenChats(10)).toEqual([{ conversation, at: mark }]);
      expect(await store().eraseChat(conversation, mark + 1_000)).toBeGreaterThanOrEqual(2);
      expect(await store().chatRecords(conversation)).toEqual({ said: [], answered: [], missed: [] });
      expect(await store().sessionOf(conversation)).toBeUndefined();
    });

    it("loses its address only with a mark and without waiting messages", async () => {
      const contact = someone();
      const { conversation } = await answered(store(), inbound(contact, "halo"), ["ya"]);
      expect(await store().eraseContact(conversation), "not marked").toBe(false);
      const mark = await store().markForgotten(conversation);
      expect(await store().eraseContact(conversation), "something was said").toBe(false);
      await store().eraseChat(conversation, mark + 1_000);
      await store().addOutbound(conversation, "receipt", body("data Bapak sudah dihapus"));
      expect(await store().eraseContact(conversation), "the receipt waits").toBe(false);
      const send = await store().openSend(conversation);
      if (send) await store().closeSend(send, { state: "sent" });
      expect(await store().eraseContact(conversation)).toBe(true);
      expect([await store().conversationOf(contact), await store().contactOf(conversation)]).toEqual([
        undefined,
        undefined,
      ]);
      expect(await store().forgottenChats(10)).toEqual([]);
    });

    it("takes no mass notice after its citizen has refused them, but other messages", async () => {
      const { conversation } = await answered(store(), inbound(someone(), "halo"), ["ya"]);
      await store().withdrawConsent(conversation);
      await store().addOutbound(conversation, "news", body("kabar", { mass: true }));
      await store().addOutbound(conversation, "answer", body("jawaban"));
      const { answered: answers } = await store().chatRecords(conversation);
      expect(answers.map(({ text }) => text)).toEqual(["ya", "jawaban"]);
    });

    it("counts its contact as reachable again after the citizen writes", async () => {
      const contact = someone();
      await store().setReachable(contact, false);
      expect(await store().conversationOf(contact), "nobody yet").toBeUndefined();
      const { conversation } = await answered(store(), inbound(contact, "halo"), ["ya"]);
      expect(await store().isReachable(conversation)).toBe(true);
      await store().setReachable(contact, false);
      expect(await store().isReachable(conversation), "until they write again").toBe(false);
      expect((await answered(store(), inbound(contact, "lagi"), ["ya"])).conversation).toBe(conversation);
      expect(await store().isReachable(conversation)).toBe(true);
      await store().setReachable(contact, false);
      await store().setReachable(contact, true);
      expect(await store().isReachable(conversation)).toBe(true);
      expect(await store().isReachable("nobody"), "nothing is known against it").toBe(true);
    });

    it.each<[state: "sent" | "failed", isLast: boolean]>([
      ["sent", true],
      ["sent", false],
      ["failed", true],
      ["failed", false],
    ])("a message that was %s (the last: %s) says whether the chat is reachable again", async (state, isLast) => {
      const contact = someone();
      const { conversation } = await answered(store(), inbound(contact, "halo"), []);
      await store().setReachable(contact, false);
      await store().addOutbound(conversation, "first", body("satu"));
      if (!isLast) await store().addOutbound(conversation, "second", body("dua"));
      const send = await store().openSend(conversation);
      if (!send) throw new Error("nothing to send");
      const result = state === "sent" ? { state } : { state, code: "CONTACT_UNREACHABLE" };
      expect((await store().closeSend(send, result))?.message.text).toBe(isLast ? undefined : "dua");
      expect(await store().isReachable(conversation)).toBe(state === "sent");
    });
  });
}
