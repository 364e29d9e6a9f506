import { expect, it } from "vitest";
import { openHolds } from "../../src/messaging/account-holds.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { stages } from "../support/messaging.ts";

it("a ping that is answered late does not end a stop that came in between", async () => {
  const { messaging, channel } = await stages();
  let now = 0;
  const holds = openHolds({ store: messaging.store, log: () => undefined, now: () => now });
  const account = { channel: channel.name, account: channel.account };
  const answers: (() => void)[] = [];
  const pinged = { ...channel, ping: () => new Promise<void>((resolve) => answers.push(resolve)) };
  const away = new AppError("CHANNEL_BUSY", "away", { details: { unreached: true } });
  await holds.noteFailure(account, away);
  now += 5_000;
  expect(await holds.findHold(pinged)).toMatchObject({ code: "CHANNEL_BUSY" });
  expect(answers).toHaveLength(1);
  await holds.noteFailure(account, new AppError("CHANNEL_STOPPED", "stopped"));
  answers[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await holds.findHold(pinged)).toMatchObject({ code: "CHANNEL_STOPPED" });
});

it("failed receipts of two messages hold the account only if the messages are of two chats", async () => {
  const { messaging, channel } = await stages();
  const account = { channel: channel.name, account: channel.account };
  const failed = (outboundId: string) => ({
    ...account,
    outboundId,
    state: "failed" as const,
    at: Date.now(),
    error: { code: "CHANNEL_BUSY" as const, platformCode: 131_000 },
  });
  const held = async (...ids: string[]) => {
    const holds = openHolds({ store: messaging.store, log: () => undefined, now: () => 0 });
    for (const id of ids) await holds.noteReceipt(failed(id));
    return (await holds.findHold(channel)) !== undefined;
  };
  expect(await held("chat1.a", "chat1.b")).toBe(false);
  expect(await held("chat1.a", "chat2.a")).toBe(true);
});
