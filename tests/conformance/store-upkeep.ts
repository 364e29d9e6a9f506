import { describe, expect, it } from "vitest";
import { inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { answered, opened, result } from "./store-steps.ts";

export function upkeepCases(store: StoreUnderTest): void {
  describe("upkeep", () => {
    it("names the chats whose messages wait, inbound and outbound, and no others", async () => {
      await store().check();
      await answered(store(), inbound(someone(), "selesai"), ["ya"]);
      const { conversation: toSend } = await opened(store(), inbound(someone(), "halo"), ["hai"]);
      const [recorded] = await store().recordInbound([inbound(someone(), "baru")]);
      expect(await store().waiting(100)).toEqual({
        inbound: [recorded!.conversation],
        outbound: [toSend],
        complaints: [],
        media: [],
      });
    });

    it("leaves out fresh messages on request", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "halo"), ["hai"]);
      const [recorded] = await store().recordInbound([inbound(someone(), "baru")]);
      expect(await store().waiting(100, 60_000)).toMatchObject({ inbound: [], outbound: [] });
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(await store().waiting(100, 20)).toMatchObject({
        inbound: [recorded!.conversation],
        outbound: [conversation],
      });
    });

    it("does not name a message that is to be sent later", async () => {
      const { conversation } = await opened(store(), inbound(someone(), "halo"), ["hai"]);
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "again", after: 60_000, tried: true });
      expect((await store().waiting(100)).outbound).toEqual([]);
    });

    it("puts a dead letter back, with its attempts at 0", async () => {
      const message = inbound(someone(), "racun");
      const [recorded] = await store().recordInbound([message]);
      const turn = await store().openTurn(recorded!.conversation);
      await store().commitTurn(turn!, { ...result([]), outcome: "dead", reason: "poison" });
      expect(await store().retryDeadLetter(recorded!.key)).toBe(recorded!.conversation);
      expect(await store().deadLetters(10)).toEqual([]);
      expect(await store().openTurn(recorded!.conversation)).toMatchObject({ attempts: 1, message });
    });

    it("cannot put back an unreadable message", async () => {
      await store().recordUnreadable({ channel: "webchat", account: "lamongan" }, "x", "{", "not JSON");
      const [letter] = await store().deadLetters(1);
      expect(await store().retryDeadLetter(letter!.key)).toBeUndefined();
      expect(await store().retryDeadLetter("unknown")).toBeUndefined();
    });

    it("drops records that were handled long ago, and never waiting or dead ones", async () => {
      const old = someone();
      await answered(store(), inbound(old, "lama"), ["ya"]);
      const waiting = someone();
      await store().recordInbound([inbound(waiting, "menunggu")]);
      await store().recordUnreadable({ channel: "webchat", account: "lamongan" }, "x", "{", "not JSON");
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(await store().expire(1)).toBeGreaterThanOrEqual(2);
      expect(await store().history(old, 10)).toEqual([]);
      expect(await store().history(waiting, 10)).toHaveLength(1);
      expect(await store().deadLetters(10)).toHaveLength(1);
    });

    it("counts the waiting messages, and how long they have waited", async () => {
      expect(await store().backlog()).toEqual({ inbound: 0, outbound: 0, oldest: 0, unanswered: 0, dead: 0 });
      const { conversation } = await opened(store(), inbound(someone(), "satu"), ["ya", "dan"]);
      await store().recordInbound([inbound(someone(), "dua")]);
      await store().recordUnreadable(someone(), "x", "{", "shape");
      expect(await store().backlog()).toMatchObject({
        inbound: 1,
        outbound: 2,
        dead: 1,
        oldest: expect.any(Number),
        unanswered: expect.any(Number),
      });
      for (let send = await store().openSend(conversation); send; )
        send = await store().closeSend(send, { state: "sent" });
      expect(await store().backlog()).toMatchObject({ outbound: 0, oldest: 0 });
    });
  });
}
