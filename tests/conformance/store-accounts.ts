import { describe, expect, it } from "vitest";
import type { Contact } from "../../src/vocabulary/message.ts";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { answered, opened } from "./store-steps.ts";

const OFF = { channel: "telegram", account: "1000" };
const offChat = (address: string): Contact => ({ ...OFF, address });

export function accountCases(store: StoreUnderTest): void {
  describe("messages that wait, by account", () => {
    it("are counted for each account, with the longest wait of each", async () => {
      expect(await store().waitingByAccount()).toEqual([]);
      await answered(store(), inbound(someone(), "selesai"), ["ya"]);
      await store().recordInbound([inbound(offChat("1"), "satu"), inbound(offChat("1"), "dua")]);
      await opened(store(), inbound(someone(), "halo"), ["hai", "apa kabar"]);
      const [webchat, telegram] = (await store().waitingByAccount()).sort((a, b) => b.outbound - a.outbound);
      expect(webchat).toMatchObject({
        channel: "webchat",
        account: "lamongan",
        inbound: 0,
        outbound: 2,
        unanswered: 0,
      });
      expect(telegram).toMatchObject({ ...OFF, inbound: 2, outbound: 0, oldest: 0 });
    });

    it("are set aside whole: messages become dead letters, replies fail, and other accounts keep theirs", async () => {
      const { conversation } = await opened(store(), inbound(offChat("1"), "halo"), ["hai"]);
      const answer = await store().addOutbound(conversation, "e1", body("jawaban"));
      const [late] = await store().recordInbound([inbound(offChat("2"), "menunggu")]);
      await store().recordInbound([inbound(someone(), "lain")]);
      expect(await store().giveUpWaitingMessages(OFF)).toEqual({ inbound: 1, outbound: 2 });
      expect(await store().giveUpWaitingMessages(OFF)).toEqual({ inbound: 0, outbound: 0 });
      expect((await store().waitingByAccount()).map(({ channel }) => channel)).toEqual(["webchat"]);
      expect(await store().openSend(conversation)).toBeUndefined();
      expect((await store().outboundStates([answer]))[answer]).toEqual({ state: "failed", code: "CHANNEL_STOPPED" });
      expect(await store().deadLetters(10)).toMatchObject([{ key: late?.key, reason: "channel is off" }]);
      expect(await store().retryDeadLetter(late?.key ?? "")).toBe(late?.conversation);
      expect(await store().openTurn(late?.conversation ?? "")).toMatchObject({ attempts: 1 });
    });

    it("keep their replies in a chat in which a reply is being sent", async () => {
      const { conversation } = await opened(store(), inbound(offChat("1"), "halo"), ["hai", "apa kabar"]);
      const send = await store().openSend(conversation);
      expect(await store().giveUpWaitingMessages(OFF)).toEqual({ inbound: 0, outbound: 0 });
      const next = await store().closeSend(send!, { state: "sent" });
      expect(next?.message.text).toBe("apa kabar");
      await store().closeSend(next!, { state: "again", after: 0, tried: false });
      expect(await store().giveUpWaitingMessages(OFF)).toEqual({ inbound: 0, outbound: 1 });
    });

    it("are erased when their dead letter is dropped, once", async () => {
      const [waiting] = await store().recordInbound([inbound(offChat("1"), "halo")]);
      expect(await store().dropDeadLetter(waiting?.key ?? ""), "one that waits is none").toBe(false);
      await store().giveUpWaitingMessages(OFF);
      expect(await store().dropDeadLetter(waiting?.key ?? "")).toBe(true);
      expect(await store().dropDeadLetter(waiting?.key ?? "")).toBe(false);
      expect(await store().deadLetters(10)).toEqual([]);
    });
  });
}
