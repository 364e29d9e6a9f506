import { describe, expect, it } from "vitest";
import type { Receipt } from "../../src/vocabulary/message.ts";
import { body, inbound, someone } from "../support/messages.ts";
import type { StoreUnderTest } from "./store.ts";
import { opened, result } from "./store-steps.ts";

const HOUR = 3_600_000;
const HEARD = 1_790_000_000_000;

export function windowCases(store: StoreUnderTest): void {
  const stateOf = async (id: string) => (await store().outboundStates([id]))[id]?.state;
  const told = (outboundId: string, state: Receipt["state"], at: number): Promise<string[]> =>
    store().recordReceipts([
      {
        ...{ channel: "webchat", account: "lamongan", outboundId, state, at },
        ...(state === "failed" ? { error: { code: "WINDOW_CLOSED" } } : {}),
      },
    ]);

  async function sent() {
    const contact = someone();
    const { conversation } = await opened(store(), inbound(contact, "halo", { sentAt: HEARD }), []);
    const id = await store().addOutbound(conversation, "answer", body("jawaban"));
    await store().closeSend((await store().openSend(conversation))!, { state: "sent" });
    return { contact, conversation, id };
  }
  async function writes(contact: ReturnType<typeof someone>, sentAt: number) {
    await opened(store(), inbound(contact, "lagi", { sentAt }), []);
  }

  describe("the time at which the citizen last wrote", () => {
    it("comes with every message to the citizen, however its sending began", async () => {
      const contact = someone();
      const message = inbound(contact, "halo", { sentAt: HEARD });
      const [recorded] = await store().recordInbound([message], true);
      const turn = recorded?.turn ?? (await store().openTurn(recorded!.conversation));
      const { send } = await store().commitTurn(turn!, result(["satu", "dua"]), true);
      const first = send ?? (await store().openSend(recorded!.conversation));
      expect(first?.heardAt).toBe(HEARD);
      const second = await store().closeSend(first!, { state: "sent" });
      expect(second?.heardAt).toBe(HEARD);
      await store().closeSend(second!, { state: "sent" });
      await store().addOutbound(recorded!.conversation, "later", body("tiga"));
      expect((await store().openSend(recorded!.conversation))?.heardAt).toBe(HEARD);
    });

    it("is the latest, in whatever order messages come", async () => {
      const contact = someone();
      const { conversation } = await opened(store(), inbound(contact, "baru", { sentAt: HEARD }), []);
      await writes(contact, HEARD - HOUR);
      await store().addOutbound(conversation, "x", body("jawaban"));
      expect((await store().openSend(conversation))?.heardAt).toBe(HEARD);
    });

    it("counts a message whose turn was put off", async () => {
      const contact = someone();
      const { conversation } = await opened(store(), inbound(contact, "dulu", { sentAt: HEARD - 30 * HOUR }), []);
      await store().recordInbound([inbound(contact, "baru", { sentAt: HEARD })]);
      await store().leaveTurn((await store().openTurn(conversation))!, false);
      await store().addOutbound(conversation, "x", body("jawaban"));
      expect((await store().openSend(conversation))?.heardAt).toBe(HEARD);
    });

    it("is never before the message that is being answered", async () => {
      const contact = someone();
      const { conversation } = await opened(store(), inbound(contact, "dulu", { sentAt: HEARD - 30 * HOUR }), []);
      await store().recordInbound([inbound(contact, "baru", { sentAt: HEARD })]);
      await store().openTurn(conversation);
      await store().addOutbound(conversation, "x", body("jawaban"));
      const send = await store().openSend(conversation);
      expect(send?.heardAt ?? HEARD, "not known is as good").toBe(HEARD);
    });

    it("is absent on a channel that takes free text at any time", async () => {
      const contact = { ...someone(), channel: "telegram" };
      const { conversation } = await opened(store(), inbound(contact, "halo", { sentAt: HEARD }), ["hai"]);
      expect(await store().openSend(conversation)).not.toHaveProperty("heardAt");
    });
  });

  describe("a window that is closed", () => {
    it.each([
      { label: "by the platform's word has no time of the last message", tried: true, heardAt: 0 },
      { label: "by our own clock keeps the time of the last message", tried: false, heardAt: HEARD },
    ])("$label, until the citizen writes", async ({ tried, heardAt }) => {
      const { contact, conversation } = await sent();
      const waiting = await store().addOutbound(conversation, "w", body("menunggu"));
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "waiting", code: "WINDOW_CLOSED", tried });
      expect(await stateOf(waiting)).toBe("waiting");
      await store().addOutbound(conversation, "n", body("berikutnya"));
      const next = await store().openSend(conversation);
      expect(next).toMatchObject({ message: { text: "berikutnya" }, heardAt });
      await store().closeSend(next!, { state: "waiting", code: "WINDOW_CLOSED", tried: false });
      await writes(contact, HEARD + HOUR);
      expect(await store().openSend(conversation)).toMatchObject({
        message: { text: "menunggu" },
        heardAt: HEARD + HOUR,
      });
    });

    it("does not hold back a message whose citizen writes while the platform refuses it", async () => {
      const { contact, conversation } = await sent();
      const id = await store().addOutbound(conversation, "w", body("jawaban"));
      const send = await store().openSend(conversation);
      await writes(contact, HEARD + HOUR);
      await store().closeSend(send!, { state: "waiting", code: "WINDOW_CLOSED", tried: true });
      expect(await stateOf(id)).toBe("pending");
      expect(await store().openSend(conversation)).toMatchObject({ message: { id }, heardAt: HEARD + HOUR });
    });

    it("that is reported later makes the message pending again, before newer ones", async () => {
      const { conversation, id } = await sent();
      await store().addOutbound(conversation, "n", body("berikutnya"));
      expect(await told(id, "failed", HEARD + 30 * HOUR), "it is named").toEqual([conversation]);
      expect((await store().outboundStates([id]))[id]).toEqual({ state: "pending", code: "WINDOW_CLOSED" });
      expect((await store().waiting(10)).outbound).toEqual([conversation]);
      expect(await store().openSend(conversation)).toMatchObject({ message: { id }, heardAt: 0 });
    });

    it("that is reported before the platform's own answer makes the message pending again too", async () => {
      const { conversation } = await sent();
      const id = await store().addOutbound(conversation, "w", body("jawaban"));
      const send = await store().openSend(conversation);
      await told(id, "failed", HEARD + 30 * HOUR);
      const next = await store().closeSend(send!, { state: "sent" });
      expect(await stateOf(id)).not.toBe("sent");
      expect(next ?? (await store().openSend(conversation))).toMatchObject({ message: { id }, heardAt: 0 });
    });

    it("counts as open if the report comes after the citizen has written again", async () => {
      const { contact, conversation, id } = await sent();
      await writes(contact, HEARD + 40 * HOUR);
      await told(id, "failed", HEARD + 30 * HOUR);
      expect(await store().openSend(conversation)).toMatchObject({ message: { id }, heardAt: HEARD + 40 * HOUR });
    });

    it.each([
      { label: "twice in a row changes nothing more", again: true },
      { label: "once more when the message has gone out since is old news", again: false },
    ])("that is reported $label", async ({ again }) => {
      const { contact, conversation, id } = await sent();
      await told(id, "failed", HEARD + 30 * HOUR);
      if (again) await told(id, "failed", HEARD + 30 * HOUR);
      const send = await store().openSend(conversation);
      await store().closeSend(send!, { state: "waiting", code: "WINDOW_CLOSED", tried: false });
      if (again) await told(id, "failed", HEARD + 30 * HOUR);
      expect(await stateOf(id)).toBe("waiting");
      await writes(contact, HEARD + 40 * HOUR);
      await store().closeSend((await store().openSend(conversation))!, { state: "sent" });
      await told(id, "failed", HEARD + 30 * HOUR);
      expect(await stateOf(id)).toBe("sent");
      expect(await store().openSend(conversation)).toBeUndefined();
    });

    it("stays closed after a late `sent`", async () => {
      const { conversation, id } = await sent();
      await told(id, "failed", HEARD + 30 * HOUR);
      await told(id, "sent", HEARD + 30 * HOUR);
      expect(await store().openSend(conversation)).toMatchObject({ message: { id } });
    });
  });
}
