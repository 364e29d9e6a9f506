import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/ports/store.ts";
import type { Contact } from "../../src/vocabulary/message.ts";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened, result } from "./store-steps.ts";

const OFF = { channel: "telegram", account: "1000" };
const OTHER = { channel: "telegram", account: "2000" };
const chatOf = (account: typeof OFF, address: string): Contact => ({ ...account, address });
const HOUR = 3_600_000;

async function rest(store: Store, conversation: string, ms = HOUR): Promise<boolean> {
  const turn = await store.openTurn(conversation);
  if (turn) await store.restTurn(turn, ms);
  return turn !== undefined;
}

export function restCases(store: StoreUnderTest): void {
  const waiting = async (limit = 1_000) => (await store().waiting(limit)).inbound;

  describe("a chat that rests because its account is on nowhere", () => {
    it("opens no turn and is not named as waiting until it is due, and loses no attempt", async () => {
      const [recorded] = await store().recordInbound([inbound(chatOf(OFF, "1"), "halo")]);
      const { conversation } = recorded!;
      expect(await rest(store(), conversation)).toBe(true);
      expect(await waiting()).toEqual([]);
      expect(await store().openTurn(conversation)).toBeUndefined();
      await store().wakeRestingChats([OFF]);
      expect(await waiting()).toEqual([conversation]);
      await rest(store(), conversation, 1);
      await expect.poll(() => waiting()).toEqual([conversation]);
      expect(await store().openTurn(conversation)).toMatchObject({ key: recorded!.key, attempts: 1 });
    });

    it("keeps the order: later messages rest too, and are answered after the first", async () => {
      const messages = ["satu", "dua", "tiga"].map((text, order) => inbound(chatOf(OFF, "1"), text, { order }));
      const [recorded] = await store().recordInbound(messages.slice(0, 2));
      const { conversation } = recorded!;
      await rest(store(), conversation);
      const [late] = await store().recordInbound(messages.slice(2), true);
      expect(late?.turn).toBeUndefined();
      expect(await store().openTurn(conversation), "its wake-up finds the chat at rest").toBeUndefined();
      expect(await waiting()).toEqual([]);
      await store().wakeRestingChats([OFF]);
      const said: unknown[] = [];
      for (let turn = await store().openTurn(conversation); turn; ) {
        said.push(turn.message.content);
        turn = (await store().commitTurn(turn, result(["ya"]))).next;
      }
      expect(said).toEqual(messages.map(({ content }) => content));
      expect(await waiting()).toEqual([]);
    });

    it("is due when its own account is on again, and chats of other accounts rest on", async () => {
      const [one, other] = await store().recordInbound([
        inbound(chatOf(OFF, "1"), "halo"),
        inbound(chatOf(OTHER, "1"), "halo"),
      ]);
      await rest(store(), one!.conversation);
      await rest(store(), other!.conversation);
      await store().wakeRestingChats([{ channel: "webchat", account: "1000" }]);
      expect(await waiting()).toEqual([]);
      await store().wakeRestingChats([OTHER, { channel: "webchat", account: "lamongan" }]);
      expect(await waiting()).toEqual([other!.conversation]);
      await store().wakeRestingChats([]);
      expect(await store().openTurn(one!.conversation)).toBeUndefined();
    });

    it("hides no other chat: 1,200 resting messages leave room for a due one", { timeout: 60_000 }, async () => {
      const chats = Array.from({ length: 240 }, (_, index) => chatOf(OFF, `${index}`));
      const off = chats.flatMap((chat) => Array.from({ length: 5 }, (_, order) => inbound(chat, "halo", { order })));
      const [live] = await store().recordInbound([inbound(someone(), "tolong"), ...off]);
      const seen = new Set<string>();
      for (let found = await waiting(200); found.length > 1; found = await waiting(200)) {
        for (const id of found.filter((one) => one !== live!.conversation)) {
          expect(seen.has(id), "it rests").toBe(false);
          seen.add(id);
          await rest(store(), id);
        }
      }
      expect(seen.size).toBe(chats.length);
      expect(await waiting(1)).toEqual([live!.conversation]);
      expect((await store().backlog()).inbound).toBe(1_201);
    });

    it("is counted by its account, set aside with it, and read again after a retry", async () => {
      const [recorded] = await store().recordInbound([inbound(chatOf(OFF, "1"), "halo")]);
      await rest(store(), recorded!.conversation);
      expect(await store().waitingByAccount()).toMatchObject([{ ...OFF, inbound: 1 }]);
      expect(await store().giveUpWaitingMessages(OFF)).toEqual({ inbound: 1, outbound: 0 });
      expect(await store().retryDeadLetter(recorded!.key)).toBe(recorded!.conversation);
      expect(await waiting()).toEqual([recorded!.conversation]);
      expect(await store().openTurn(recorded!.conversation)).toMatchObject({ attempts: 1 });
    });

    it("sends its replies when its account is on again, but keeps a pause that the platform asked for", async () => {
      const off = await opened(store(), inbound(chatOf(OFF, "1"), "halo"), ["satu", "dua"]);
      const busy = await opened(store(), inbound(chatOf(OFF, "2"), "halo"), ["tiga"]);
      const [first, second] = [await store().openSend(off.conversation), await store().openSend(busy.conversation)];
      const again = { state: "again", after: HOUR, tried: false } as const;
      await store().closeSend(first!, { ...again, code: "CHANNEL_STOPPED", off: true });
      await store().closeSend(second!, { ...again, code: "CHANNEL_STOPPED" });
      await store().addOutbound(off.conversation, "e1", body("tiga"));
      expect((await store().waiting(10)).outbound).toEqual([]);
      expect(await store().openSend(off.conversation)).toBeUndefined();
      await store().wakeRestingChats([OFF]);
      expect((await store().waiting(10)).outbound).toEqual([off.conversation]);
      expect(await store().openSend(busy.conversation)).toBeUndefined();
      const said: string[] = [];
      for (let send = await store().openSend(off.conversation); send; ) {
        said.push(send.message.text);
        expect(send.attempts).toBe(1);
        send = await store().closeSend(send, { state: "sent" });
      }
      expect(said).toEqual(["satu", "dua", "tiga"]);
    });
  });
}
