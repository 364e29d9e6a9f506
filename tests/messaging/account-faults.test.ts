import { expect, it } from "vitest";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { recordEvents } from "../../src/messaging/receive.ts";
import { opened } from "../conformance/store-steps.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

async function told(code: string, platformCode: number, more: object = {}) {
  const stage = await stages({ sendRate: 0, sendRateChat: 0 });
  const { messaging, lines } = stage;
  const { conversation } = await opened(messaging.store, inbound(someone(), "halo"), []);
  const id = await messaging.store.addOutbound(conversation, "a1", body("kabar"));
  await deliverReplies(messaging, conversation);
  const error = { code, platformCode, ...more };
  const status = (state: "failed" | "delivered") =>
    recordEvents(messaging, [
      {
        type: "receipt",
        receipt: {
          channel: "webchat",
          account: "lamongan",
          outboundId: id,
          state,
          at: Date.now(),
          ...(state === "failed" ? { error } : {}),
        },
      },
    ]);
  const state = async () => (await messaging.store.outboundStates([id]))[id];
  return { ...stage, conversation, status, state, alarms: () => lines.filter(({ level }) => level === "error") };
}

it.each([131031, 368, 190, 133010])(
  "status %s puts the account on hold with one alarm, and the message waits",
  async (code) => {
    const { status, state, alarms, messaging, sent } = await told("CHANNEL_STOPPED", code);
    for (let time = 0; time < 3; time += 1) await status("failed");
    expect(await state()).toEqual({ state: "pending", code: "CHANNEL_STOPPED" });
    expect(alarms()).toHaveLength(1);
    const other = await opened(messaging.store, inbound(someone(), "halo"), ["hai"]);
    await deliverReplies(messaging, other.conversation);
    expect(
      sent.map(({ text }) => text),
      "nothing else is tried",
    ).toEqual(["kabar"]);
  },
);

it("a message is tried again after a status with an unknown number, and operators read the number", async () => {
  const { status, state, alarms } = await told("CHANNEL_BUSY", 999_999, { unlisted: true });
  await status("failed");
  expect(await state()).toEqual({ state: "pending", code: "CHANNEL_BUSY" });
  expect(alarms()).toMatchObject([{ fields: { platformCode: 999_999 } }]);
});

it("a message that the platform gives back eight times still waits", async () => {
  const { status, state, conversation, messaging } = await told("CHANNEL_BUSY", 131_000);
  for (let time = 0; time < 8; time += 1) {
    await status("failed");
    expect(await state()).toEqual({ state: "pending", code: "CHANNEL_BUSY" });
    await deliverReplies(messaging, conversation);
  }
});
