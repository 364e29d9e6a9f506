import { expect, it } from "vitest";
import { openHolds } from "../../src/messaging/account-holds.ts";
import { AppError } from "../../src/vocabulary/errors.ts";
import { stages } from "../support/messaging.ts";

it("the late answer to a ping does not end the hold of an account that was stopped meanwhile", async () => {
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
