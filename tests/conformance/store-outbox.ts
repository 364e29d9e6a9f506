import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/ports/store.ts";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened } from "./store-steps.ts";

export function outboxCases(store: StoreUnderTest): void {
  const chat = (...texts: string[]) => opened(store(), inbound(someone(), "halo"), texts);

  describe("outbox", () => {
    it("hands out messages in order, each under a lease", async () => {
      const { conversation } = await chat("satu", "dua");
      const sends = await Promise.all(Array.from({ length: 5 }, () => store().openSend(conversation)));
      const [first] = sends.filter((send) => send !== undefined);
      expect(sends.filter((send) => send !== undefined)).toHaveLength(1);
      expect(first?.message.text).toBe("satu");
      const second = await store().closeSend(first!, { state: "sent" });
      expect(second?.message.text).toBe("dua");
      expect(await store().closeSend(second!, { state: "sent" })).toBeUndefined();
      expect(await store().openSend(conversation)).toBeUndefined();
    });

    it("keeps the order when the first message has to wait", async () => {
      const { conversation } = await chat("satu", "dua");
      const send = await store().openSend(conversation);
      expect(
        await store().closeSend(send!, { state: "again", after: 60_000, tried: true, code: "CHANNEL_BUSY" }),
      ).toBeUndefined();
      expect(await store().openSend(conversation)).toBeUndefined();
    });

    it.each<[string, Parameters<Store["closeSend"]>[1], number, boolean]>([
      ["without an answer", { state: "unknown", after: 60_000, code: "CHANNEL_UNKNOWN" }, 0, true],
      ["platform away", { state: "again", after: 60_000, tried: true, code: "CHANNEL_BUSY" }, 0, true],
      ["shorter than wanted", { state: "again", after: 60_000, tried: true, code: "CHANNEL_BUSY" }, 90_000, false],
      ["asked for by the platform", { state: "again", after: 60_000, tried: true, code: "CONTACT_BUSY" }, 0, false],
      ["account off", { state: "again", after: 60_000, tried: false, code: "CHANNEL_STOPPED", off: true }, 0, false],
    ])("shortens a pause: %s", async (_, result, most, isShorter) => {
      const { conversation } = await chat("satu", "dua");
      const send = await store().openSend(conversation);
      await store().closeSend(send!, result);
      expect(await store().shortenPause(conversation, most)).toBe(isShorter);
      expect((await store().openSend(conversation))?.message.text).toBe(isShorter ? "satu" : undefined);
      expect(await store().shortenPause(conversation, 0), "to none").toBe(most > 0);
    });

    it("sends a message again after a pause, and counts attempts", async () => {
      const { conversation } = await chat("satu");
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "again", after: 0, tried: true, code: "CHANNEL_BUSY" });
      const again = await store().openSend(conversation);
      expect(again).toMatchObject({ attempts: 2, unknown: 0 });
      await store().closeSend(again!, { state: "again", after: 0, tried: false });
      expect(await store().openSend(conversation)).toMatchObject({ attempts: 2 });
    });

    it.each([
      { label: "a reply is sent again", mass: false, state: "pending", again: true },
      { label: "a mass notice rests", mass: true, state: "unknown", again: false },
    ])("after an attempt without an answer $label", async ({ mass, state, again }) => {
      const { conversation } = await chat();
      const id = await store().addOutbound(conversation, "n1", body("kabar", { mass }));
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "unknown", after: 0, code: "CHANNEL_UNKNOWN" });
      expect((await store().outboundStates([id]))[id]?.state).toBe(state);
      const next = await store().openSend(conversation);
      expect(next !== undefined).toBe(again);
      if (again) expect(next?.unknown).toBe(1);
    });

    it("goes on after a message that failed for good", async () => {
      const { conversation } = await chat("satu", "dua");
      const send = await store().openSend(conversation);
      const next = await store().closeSend(send!, { state: "failed", code: "CHANNEL_REJECTED" });
      expect(next?.message.text).toBe("dua");
      const id = send?.message.id ?? "";
      expect((await store().outboundStates([id]))[id]).toEqual({ state: "failed", code: "CHANNEL_REJECTED" });
    });

    it("lets a message wait until the citizen writes", async () => {
      const contact = someone();
      const { conversation } = await opened(store(), inbound(contact, "halo"), ["jawaban"]);
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "waiting", code: "WINDOW_CLOSED", tried: true });
      expect(await store().openSend(conversation)).toBeUndefined();
      await store().recordInbound([inbound(contact, "buka")]);
      await store().openTurn(conversation);
      expect((await store().openSend(conversation))?.message.text).toBe("jawaban");
    });

    it("refuses the report of a sender whose lease is gone", async () => {
      const { conversation } = await chat("satu");
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "again", after: 0, tried: true });
      await store().openSend(conversation);
      await expect(store().closeSend(send!, { state: "sent" })).rejects.toMatchObject({
        code: "LEASE_LOST",
      });
    });

    it("adds a message outside a turn once", async () => {
      const { conversation } = await chat();
      const first = await store().addOutbound(conversation, "answer-1", body("jawaban petugas"));
      const second = await store().addOutbound(conversation, "answer-1", body("jawaban petugas"));
      expect(second).toBe(first);
      const send = await store().openSend(conversation);
      expect(send?.message).toMatchObject({ id: first, text: "jawaban petugas" });
      expect(await store().closeSend(send!, { state: "sent" })).toBeUndefined();
    });

    it("sends to the chat's present address", async () => {
      const contact = someone();
      const { conversation } = await opened(store(), inbound(contact, "halo"), ["hai"]);
      await store().moveContact(contact, "elsewhere");
      expect((await store().openSend(conversation))?.message.to.address).toBe("elsewhere");
    });
  });
}
