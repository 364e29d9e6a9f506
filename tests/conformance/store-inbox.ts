import { describe, expect, it } from "vitest";
import { inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { answered, opened } from "./store-steps.ts";

export function inboxCases(store: StoreUnderTest): void {
  describe("inbox", () => {
    it("keeps a message once", async () => {
      const message = inbound(someone(), "halo");
      const [first] = await store().recordInbound([message]);
      const [second] = await store().recordInbound([message]);
      expect(first).toMatchObject({ fresh: true });
      expect(second).toEqual({ ...first, fresh: false });
    });

    it("keeps a message once if twenty copies come at the same time", async () => {
      const message = inbound(someone(), "halo");
      const recorded = await Promise.all(Array.from({ length: 20 }, () => store().recordInbound([message])));
      expect(recorded.flat().filter(({ fresh }) => fresh)).toHaveLength(1);
      expect(new Set(recorded.flat().map(({ conversation }) => conversation)).size).toBe(1);
    });

    it("keeps a message once in a batch, with its neighbours", async () => {
      const contact = someone();
      const message = inbound(contact, "satu");
      const recorded = await store().recordInbound([message, message, inbound(contact, "dua")]);
      expect(recorded.map(({ fresh }) => fresh)).toEqual([true, false, true]);
    });

    it.each([
      ["another channel", { channel: "telegram" }],
      ["another account", { account: "jombang" }],
    ])("takes the same platform id on %s as another message", async (_, other) => {
      const contact = someone();
      const message = inbound(contact, "halo");
      await store().recordInbound([message]);
      const [again] = await store().recordInbound([{ ...message, contact: { ...contact, ...other } }]);
      expect(again).toMatchObject({ fresh: true });
    });

    it("takes a browser's id in another chat as another message, and in its own chat once", async () => {
      const message = inbound(someone(), "halo");
      await store().recordInbound([message]);
      const [other] = await store().recordInbound([{ ...message, contact: someone() }]);
      const [again] = await store().recordInbound([message]);
      expect([other?.fresh, again?.fresh]).toEqual([true, false]);
    });

    it("takes a platform's id in another chat of the account as the same message", async () => {
      const message = inbound({ ...someone(), channel: "telegram" }, "halo");
      await store().recordInbound([message]);
      const [again] = await store().recordInbound([{ ...message, contact: { ...someone(), channel: "telegram" } }]);
      expect(again?.fresh).toBe(false);
    });

    it("gives every contact one conversation, whose name reveals nothing", async () => {
      const contact = someone("6281234567890");
      const [first] = await store().recordInbound([inbound(contact, "satu")]);
      const [second] = await store().recordInbound([inbound(contact, "dua")]);
      expect(second?.conversation).toBe(first?.conversation);
      expect(`${first?.conversation} ${first?.key}`).not.toContain("6281234567890");
      expect(await store().conversationOf(contact)).toBe(first?.conversation);
      expect(await store().contactOf(first?.conversation ?? "")).toEqual(contact);
    });

    it("moves a chat and its history to another address", async () => {
      const contact = someone();
      const { conversation } = await answered(store(), inbound(contact, "halo"), ["hai"]);
      await store().moveContact(contact, "elsewhere");
      const moved = { ...contact, address: "elsewhere" };
      const [later] = await store().recordInbound([inbound(moved, "lagi")]);
      expect(later?.conversation).toBe(conversation);
      expect(await store().contactOf(conversation)).toEqual(moved);
    });

    it.each([
      { name: "a new number", gone: undefined, aliases: [] },
      { name: "a new number with a new user id", gone: undefined, aliases: ["ID.2"] },
    ])("$name: the old address opens nothing, and its next owner is a stranger", async ({ gone, aliases }) => {
      const old = someone();
      const { conversation } = await answered(store(), inbound(old, "halo"), ["hai"]);
      const address = `${old.address}-new`;
      const names = aliases.map((one) => `${old.address}-${one}`);
      const move = { id: `move-${old.address}`, aliases: names, ...(gone ? { gone } : {}) };
      await store().moveContact(old, address, move);
      const [stranger] = await store().recordInbound([inbound(old, "halo")]);
      expect(stranger?.conversation).not.toBe(conversation);
      expect(await store().contactOf(conversation)).toEqual({ ...old, address });
      expect(await store().history(old, 5)).toHaveLength(1);

      await store().moveContact(old, address, move);
      const [still] = await store().recordInbound([inbound(old, "lagi")]);
      expect(still?.conversation, "told again, it moves nobody else").toBe(stranger?.conversation);
      for (const one of [address, ...names]) {
        const [goesOn] = await store().recordInbound([inbound({ ...old, address: one }, "lagi")]);
        expect(goesOn?.conversation).toBe(conversation);
      }
    });

    it("after a new user id, the old id opens nothing and the number still opens the chat", async () => {
      const phone = someone("628120077");
      const hidden = (address: string) => ({ ...phone, address });
      const [first] = await store().recordInbound([inbound(phone, "halo", { aliases: ["ID.71"] })]);
      await store().moveContact(phone, "ID.72", { id: "move-71", gone: ["ID.71"] });
      const at = async (contact: typeof phone) => (await store().recordInbound([inbound(contact, "lagi")]))[0];
      expect((await at(hidden("ID.72")))?.conversation).toBe(first?.conversation);
      expect((await at(phone))?.conversation).toBe(first?.conversation);
      expect(await store().contactOf(first?.conversation ?? "")).toEqual(phone);
      expect((await at(hidden("ID.71")))?.conversation).not.toBe(first?.conversation);
    });

    it("gives one chat to a person who writes at the same time under two addresses", async () => {
      for (let round = 0; round < 20; round += 1) {
        const phone = someone(`62813${1_000 + round}`);
        const id = `ID.9${round}`;
        const both = await Promise.all([
          store().recordInbound([inbound(phone, "satu", { aliases: [id] })]),
          store().recordInbound([inbound({ ...phone, address: id }, "dua")]),
        ]);
        const [one, two] = both.map(([recorded]) => recorded?.conversation);
        expect(one).toBe(two);
        const [later] = await store().recordInbound([inbound({ ...phone, address: id }, "tiga")]);
        expect(later?.conversation).toBe(one);
      }
    });

    it("knows a person under every address, and writes to the best one", async () => {
      const phone = someone("628120000");
      const hidden = { ...phone, address: "ID.999" };
      const [first] = await store().recordInbound([inbound(hidden, "tanpa nomor")]);
      const [second] = await store().recordInbound([inbound(phone, "dengan nomor", { aliases: ["ID.999"] })]);
      const [third] = await store().recordInbound([inbound(hidden, "tanpa lagi")]);
      expect([second?.conversation, third?.conversation]).toEqual([first?.conversation, first?.conversation]);
      expect(await store().contactOf(first?.conversation ?? "")).toEqual(phone);
    });

    it("joins two chats that turn out to be one person's", async () => {
      const phone = someone("628120001");
      const [byPhone] = await store().recordInbound([inbound(phone, "satu")]);
      const [byId] = await store().recordInbound([inbound({ ...phone, address: "ID.998" }, "dua")]);
      expect(byId?.conversation).not.toBe(byPhone?.conversation);
      await store().recordInbound([inbound(phone, "tiga", { aliases: ["ID.998"] })]);
      const [later] = await store().recordInbound([inbound({ ...phone, address: "ID.998" }, "empat")]);
      expect(later?.conversation).toBe(byPhone?.conversation);
    });

    it("keeps an unreadable message as a dead letter, once", async () => {
      const from = { channel: "webchat", account: "lamongan" };
      await store().recordUnreadable(from, "x", "{broken", "not JSON");
      await store().recordUnreadable(from, "x", "{broken", "not JSON");
      expect(await store().deadLetters(10)).toMatchObject([{ channel: "webchat", reason: "not JSON" }]);
    });

    describe("receipts", () => {
      const receipt = (outboundId: string, state: "sent" | "delivered" | "read" | "failed", code?: string) => ({
        channel: "webchat",
        account: "lamongan",
        outboundId,
        state,
        at: 1,
        ...(code ? { error: { code } } : {}),
      });

      it.each([
        { label: "upward", states: ["sent", "delivered", "read"] as const, end: "read" },
        { label: "late ones change nothing", states: ["read", "delivered", "sent"] as const, end: "read" },
        { label: "a failure after delivery is none", states: ["delivered", "failed"] as const, end: "delivered" },
        { label: "a failure after sending counts", states: ["sent", "failed"] as const, end: "failed" },
      ])("move a message: $label", async ({ states, end }) => {
        const { outbound } = await sent(store);
        for (const state of states)
          await store().recordReceipts([
            receipt(outbound, state, state === "failed" ? "CONTACT_UNREACHABLE" : undefined),
          ]);
        expect((await store().outboundStates([outbound]))[outbound]?.state).toBe(end);
      });

      it("that come before the platform's own answer are kept", async () => {
        const { conversation, outbound } = await pending(store);
        const send = await store().openSend(conversation);
        await store().recordReceipts([receipt(outbound, "delivered")]);
        await store().closeSend(send!, { state: "sent" });
        expect((await store().outboundStates([outbound]))[outbound]?.state).toBe("delivered");
      });

      it.each(["sent", "delivered"] as const)(
        "that say %s before an answer that never comes end the message",
        async (state) => {
          const { conversation, outbound } = await pending(store);
          const send = await store().openSend(conversation);
          await store().recordReceipts([receipt(outbound, state)]);
          await store().closeSend(send!, { state: "unknown", after: 0, code: "CHANNEL_UNKNOWN" });
          expect((await store().outboundStates([outbound]))[outbound]?.state).toBe(state);
          expect(await store().openSend(conversation)).toBeUndefined();
        },
      );

      it("end a message whose attempt had an unknown result, so that it is not sent again", async () => {
        const { conversation, outbound } = await pending(store);
        const send = await store().openSend(conversation);
        await store().closeSend(send!, { state: "unknown", after: 0, code: "CHANNEL_UNKNOWN" });
        await store().recordReceipts([receipt(outbound, "delivered")]);
        expect(await store().openSend(conversation)).toBeUndefined();
      });
    });
  });
}

async function pending(store: StoreUnderTest) {
  const contact = someone();
  const { conversation } = await opened(store(), inbound(contact, "halo"), ["hai"]);
  const send = await store().openSend(conversation);
  await store().closeSend(send!, { state: "again", after: 0, tried: false });
  return { contact, conversation, outbound: send?.message.id ?? "" };
}

async function sent(store: StoreUnderTest) {
  const chat = await pending(store);
  const send = await store().openSend(chat.conversation);
  await store().closeSend(send!, { state: "sent" });
  return chat;
}
